import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { renderHtml } from "../../../src/render/html/report.ts";
import { decision, report, through } from "../build.ts";
import { deadProxy, healthy, misroutedMetadata } from "../reports.ts";
import { full, large } from "./full-report.ts";
import { all, type Element, parsed } from "./parsed.ts";

const lint: Report = { ...full, judges: "settings", observations: [] };
const CASES: readonly (readonly [string, Report])[] = [
  ["healthy", healthy],
  ["misrouted-metadata", misroutedMetadata],
  ["dead-proxy", deadProxy],
  ["everything", full],
  ["settings alone", lint],
  ["nothing", report({})],
];

describe.each(CASES)("%s", (_, shown) => {
  const text = renderHtml(shown);
  const page = parsed(text);

  test("is HTML without an error, the same each time", () => {
    expect(page.errors).toEqual([]);
    expect(text).toMatch(/<\/html>\n$/);
    expect(renderHtml(structuredClone(shown))).toBe(text);
  });

  test("has each id once, and every link leads to one", () => {
    const ids = page.elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = all(page, "a").map(({ attributes }) => attributes["href"] ?? "");
    expect(links.filter((href) => !href.startsWith("#") || !ids.includes(href.slice(1)))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(["findings", "routes", "settings", "machine"]));
  });

  test("has headings in order", () => {
    const levels = page.elements.flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const jumps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  test("has tables with captions and headings that say of what", () => {
    for (const table of all(page, "table")) {
      expect(table.inside[0]?.name).toBe("caption");
      const headings = deep(table).filter(({ name }) => name === "th");
      expect(headings.filter(({ attributes }) => attributes["scope"] === undefined)).toEqual([]);
    }
  });

  test("loads and runs nothing, and its policy forbids it", () => {
    const names = new Set(page.elements.map(({ name }) => name));
    for (const name of ["script", "link", "img", "iframe", "object", "form", "base"]) {
      expect(names).not.toContain(name);
    }
    const policy = all(page, "meta").find(({ attributes }) => "http-equiv" in attributes);
    expect(policy?.attributes["content"]).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/);
    expect(page.elements.filter(({ attributes }) => "style" in attributes || "src" in attributes)).toEqual(
      [],
    );
  });
});

function deep(element: Element): readonly Element[] {
  return [element, ...element.inside.flatMap(deep)];
}

/** The element that a link leads to. */
function at(page: ReturnType<typeof parsed>, id: string): Element | undefined {
  return page.elements.find(({ attributes }) => attributes["id"] === id);
}

/** A section by the id of its heading. */
function sectionOf(page: ReturnType<typeof parsed>, id: string): string | undefined {
  return all(page, "section").find(({ attributes }) => attributes["aria-labelledby"] === id)?.text;
}

describe("the page of a report", () => {
  const page = parsed(renderHtml(full));

  test("begins with the verdict, what is wrong first and what to do", () => {
    const [head] = all(page, "header");
    expect(head?.text).toMatch(/✗ 1 error, 1 warning.*\n.*Services machine 10\.0\.1\.238/);
    expect(head?.text).toContain("2026-11-24 03:00:00 UTC");
    expect(head?.text).toContain("The run is incomplete: it was interrupted.");
    expect(head?.text).toMatch(/First169\.254\.169\.254 is called through/);
    expect(head?.text).toContain("NextMake the verified change in /etc/environment");
    expect(all(page, "title")[0]?.text).toMatch(/^1 error, 1 warning.*2026-11-24/);
  });

  test("tells every finding under an anchor of its own, also those that follow from others", () => {
    for (const { code } of full.findings) expect(at(page, code)?.text, code).toContain(code);
    expect(
      at(page, "misrouted-to-proxy")
        ?.inside.flatMap(deep)
        .map(({ attributes }) => attributes["id"]),
    ).toContain("metadata-of-another-machine");
  });

  test("numbers findings of one code", () => {
    const twice = deadProxy.findings.filter(({ code }) => code === "target-unreachable");
    expect(twice.length).toBeGreaterThan(1);
    expect(at(parsed(renderHtml(deadProxy)), "target-unreachable-2")?.text).toContain("target-unreachable");
  });

  test("keeps a diff as it stands, to be copied", () => {
    const diffs = all(page, "pre").map(({ text }) => `${text}\n`);
    expect(diffs).toContain(full.fixes[0]?.diff);
  });

  test("links what a finding rests on: measurements, decisions, settings, files and processes", () => {
    const lists = all(page, "ul").filter(({ attributes }) => attributes["class"] === "evidence");
    const links = lists
      .flatMap(deep)
      .flatMap(({ name, attributes, text }) =>
        name === "a" ? [[text, at(page, attributes["href"]?.slice(1) ?? "")?.text ?? ""] as const] : [],
      );
    const told = (text: string) => links.find(([name]) => name === text)?.[1];
    expect(told("direct")).toContain("ok 2\u00a0ms");
    expect(told("ec2-metadata/identity")).toContain("latest/dynamic/instance-identity/document");
    expect(told("HTTP_PROXY@/etc/environment")).toContain("http://user:***@10.0.0.33:3128");
    expect(told("file:/etc/wgetrc")).toContain("/etc/wgetrc:3");
    expect(told("process:812")).toContain("dockerd");
  });

  test("shows where each component goes and whether that is right", () => {
    const [, matrix] = all(page, "table");
    const rows = matrix?.inside.flatMap(deep).filter(({ name }) => name === "tr") ?? [];
    const rowOf = (id: string) =>
      rows.find(({ inside }) => inside[0]?.text === id)?.inside.map(({ text }) => text);
    expect(rows[0]?.inside.map(({ text }) => text)).toEqual([
      "target",
      "shell commands",
      "Docker daemon",
      "Replicated",
      "service containers",
      "Java services",
    ]);
    expect(rowOf("ec2-metadata/identity")).toEqual([
      "ec2-metadata/identity",
      "✗\u00a0proxy",
      "–",
      "–",
      "–",
      "–",
    ]);
    expect(rowOf("s3/regional")?.slice(-2)).toEqual(["✓\u00a0direct", "!\u00a0proxy"]);
  });

  test("says which proxies its numbers stand for, also where nothing was measured", () => {
    const routes = ["http://proxy.corp.example.com:3128", "http://10.0.0.33:3128"].map(through);
    const decisions = routes.flatMap((route) => decision("shell-commands", "s3/global", route));
    const several = parsed(renderHtml({ ...lint, decisions }));
    expect(sectionOf(several, "components")).toContain("proxy 1: http://proxy.corp.example.com:3128");
  });

  test("tells of each attempt what failed, who answered, by which certificates", () => {
    const api = all(page, "details").find(({ text }) => text.trim().startsWith("license-server/api"));
    expect(api?.text).toContain("trusted: node");
    expect(api?.text).toContain("CN=api.replicated.com ← CN=Example Issuing CA");
    expect(api?.text).toContain("its clock is 64 s ahead");
    expect(sectionOf(page, "certificates")).toContain("AB:CD:api.replicated.com");
    const targets = sectionOf(page, "targets");
    expect(targets).toContain("TLS alert 40, handshake failure");
    expect(sectionOf(page, "certificates")).toContain("CN=filter.example.com");
    expect(targets).toContain("resolver-silent");
    expect(targets).toContain("name server 10.0.0.2 has addresses, silent about AAAA (1000 ms)");
    expect(targets).toContain("A fault of proxy-doctor's own: TypeError: x is undefined");
    expect(targets).toContain("answered by someone else: squid");
    expect(targets).toContain(`passed over: ${"http://10.0.0.33:3128"} (refused)`);
  });

  test("says what was tried in vain, what this machine is and whom it trusts", () => {
    expect(sectionOf(page, "vain-changes")).toContain("makes it worse");
    const machine = sectionOf(page, "machine");
    expect(machine).toContain("us-east-1 by /etc/circle.conf:3");
    expect(machine).toContain("64 seconds behind, by the answers of 3 hosts");
    expect(machine).toContain("not read: no such file");
    expect(machine).toContain("takes any certificate");
  });

  test("leaves out what was not measured, and says so", () => {
    const settings = parsed(renderHtml(lint));
    expect(all(settings, "svg")).toEqual([]);
    expect(sectionOf(settings, "routes")).toContain("No route was measured");
    expect(sectionOf(settings, "certificates")).toBeUndefined();
    expect(sectionOf(settings, "targets")).not.toContain("0 to 4 ms");
  });
});

test("two hundred targets on four routes make a page that can still be opened", () => {
  const before = process.cpuUsage();
  const text = renderHtml(large(200));
  const { user } = process.cpuUsage(before);
  expect(text.length).toBeLessThan(1_700_000);
  expect(text.match(/<svg/g)).toHaveLength(800);
  // Without each outcome being looked up once, it is several times as much.
  expect(user).toBeLessThan(4_000_000);
});
