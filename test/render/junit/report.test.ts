import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../../src/cli/exit-code.ts";
import { renderJunit } from "../../../src/render/junit/report.ts";
import { anyReport } from "../any-report.ts";
import { answer, DIRECT, decision, failure, PROXY, report, target } from "../build.ts";
import { deadProxy, healthy, misroutedMetadata } from "../reports.ts";
import { all, casesOf, readXml } from "./read-junit.ts";

const CASES = [
  ["healthy", healthy],
  ["misrouted-metadata", misroutedMetadata],
  ["dead-proxy", deadProxy],
] as const;

const SCHEMA = fileURLToPath(new URL("junit.xsd", import.meta.url));
const METADATA = "ec2-metadata/identity is called the right way";
const S3 = "s3/regional is called the right way";

test("the misrouted metadata, as a CI system reads it", async () => {
  await expect(renderJunit(misroutedMetadata, {})).toMatchFileSnapshot("golden/misrouted-metadata.xml");
});

const hasXmllint = spawnSync("xmllint", ["--version"]).error === undefined;

describe.skipIf(!hasXmllint)("by xmllint (skipped where libxml2-utils is not installed)", () => {
  test.each(CASES)("%s is what its readers' schemas ask for", (_, shown) => {
    const folder = mkdtempSync(join(tmpdir(), "junit-"));
    try {
      const file = join(folder, "report.xml");
      writeFileSync(file, renderJunit(shown, { counting: "errors-and-warnings" }));
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", SCHEMA, file], {
        encoding: "utf8",
      });
      expect(stderr).toContain("validates");
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("whatever a network or a file sends", () => {
  test("it is well-formed, its counts are right, and no character in it is one that terminals obey", () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom("errors", "errors-and-warnings"), (shown, counting) => {
        const text = renderJunit(shown, { counting });
        expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u);
        const root = readXml(text);
        const counted = (name: string) => all(root, name).length;
        const said = (name: string) =>
          root.children.reduce((sum, { attributes }) => sum + Number(attributes[name]), 0);
        expect(said("tests")).toBe(counted("testcase"));
        expect(said("failures")).toBe(counted("failure"));
        expect(said("errors")).toBe(counted("error"));
        expect(said("skipped")).toBe(counted("skipped"));
        expect(Number(root.attributes["failures"])).toBe(counted("failure"));
        const names = all(root, "testcase").map(({ attributes }) => attributes["name"]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });

  test("every finding is told, and a case fails or breaks where the exit status is not 0", () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom("errors", "errors-and-warnings"), (drawn, counting) => {
        const shown = { ...drawn, summary: { ...drawn.summary, errors: drawn.findings.length } };
        const text = renderJunit(shown, { counting });
        for (const { id } of shown.findings) expect(text).toContain(`error ${id}`);
        expect(exitCodeOf(shown, counting)).toBe(3);
        expect(casesOf(text).get("the run is complete")?.children[0]?.name).toBe("error");
        const failures = all(readXml(text), "failure").length;
        expect(failures > 0).toBe(shown.findings.length > 0);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a case", () => {
  test("is passed by what was seen to be right on every way that is taken, and by nothing else", () => {
    const cases = [...casesOf(renderJunit(healthy, {})).values()];
    const passed = cases.filter(
      ({ attributes, children }) =>
        children.length === 0 && attributes["name"]?.endsWith("is called the right way"),
    );
    expect(passed).toHaveLength(healthy.summary.right);
  });

  test("fails by the code of its heaviest finding, and tells the others too", () => {
    const [failed] = casesOf(renderJunit(misroutedMetadata, {})).get(METADATA)?.children ?? [];
    expect(failed?.attributes["type"]).toBe("misrouted-to-proxy");
    expect(failed?.attributes["message"]).toMatch(/^169\.254\.169\.254 is called .*\(and 1 more\)$/);
    expect(failed?.text).toContain("error metadata-of-another-machine:");
    expect(failed?.text).toContain("+++ /etc/environment");
  });

  test("with a warning passes, and tells it, unless warnings count", () => {
    const [lenient] = casesOf(renderJunit(misroutedMetadata, { counting: "errors" })).get(S3)?.children ?? [];
    expect(lenient?.name).toBe("system-out");
    expect(lenient?.text).toContain("avoidable-proxying");
    const strict = renderJunit(misroutedMetadata, { counting: "errors-and-warnings" });
    expect(casesOf(strict).get(S3)?.children[0]?.attributes["type"]).toBe("avoidable-proxying");
  });

  test("of what nobody can say is skipped, with why", () => {
    const api = target("license-server/api", "https://api.replicated.com/", "either");
    const get = target("license-server/get", "https://get.replicated.com/", "either");
    const shown = report({
      targets: [api, get, { id: "s3/bucket", unconfigured: "--bucket NAME" }],
      observations: [failure(api.id, DIRECT, "cancelled"), answer(get.id, DIRECT, 20, "unknown")],
      decisions: [decision("replicated", api.id, DIRECT), decision("shell-commands", get.id, DIRECT)],
      unreadable: [{ path: "/etc/environment", reason: "permission denied" }],
    });
    const messageOf = (name: string) => {
      const [child] = casesOf(renderJunit(shown, {})).get(name)?.children ?? [];
      return `${child?.name}: ${child?.attributes["message"]}`;
    };
    expect(messageOf("license-server/api is called the right way")).toBe(
      "skipped: nobody can say; direct: ? not finished",
    );
    expect(messageOf("license-server/get is called the right way")).toBe(
      "skipped: nobody can say; direct: ? unclear answer",
    );
    expect(messageOf("s3/bucket is called the right way")).toBe("skipped: not configured: --bucket NAME");
    expect(messageOf("settings files are read")).toContain("/etc/environment (permission denied)");
    expect(messageOf("literal-quotes")).toBe("skipped: no proxy setting was found, so nothing was judged");
  });

  test("of a proxy fails where the proxy does, and names stay the same from run to run", () => {
    const cases = casesOf(renderJunit(deadProxy, {}));
    expect(cases.get(`${PROXY} serves`)?.children[0]?.attributes["type"]).toBe("proxy-unreachable");
    const names = [...cases.keys()].filter((name) => name !== "clock-skew");
    expect(names).toEqual([...casesOf(renderJunit(healthy, {})).keys()]);
  });

  test("of a fault of proxy-doctor's own is an error, and none of the network's", () => {
    const api = target("license-server/api", "https://api.replicated.com/", "either");
    const broken = {
      id: `${api.id}@direct`,
      target: api.id,
      route: DIRECT,
      outcome: "broken",
      error: "TypeError: x",
    } as const;
    const shown = report({
      targets: [api],
      observations: [broken],
      decisions: [decision("replicated", api.id, DIRECT)],
    });
    const [child] =
      casesOf(renderJunit(shown, {})).get("license-server/api is called the right way")?.children ?? [];
    expect(child?.name).toBe("error");
    expect(child?.attributes["message"]).toBe("TypeError: x");
  });
});

test("a finding of several targets is told whole once, and named in each of their cases", () => {
  const cases = casesOf(renderJunit(misroutedMetadata, { counting: "errors-and-warnings" }));
  const other = cases.get("s3/global is called the right way")?.children[0];
  expect(other?.attributes["type"]).toBe("avoidable-proxying");
  expect(other?.text).toContain("see s3/regional\n");
  expect(other?.text).not.toContain("  do: ");
});

test("settings that were judged alone have a case for each code, and none for what was not measured", () => {
  const text = renderJunit({ ...misroutedMetadata, judges: "settings" }, {});
  const names = [...casesOf(text).keys()];
  expect(names).toContain("bypass-missing");
  expect(names.filter((name) => name.includes("is called the right way"))).toEqual([]);
  expect(text).toContain("error misrouted-to-proxy:");
});
