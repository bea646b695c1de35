import { describe, expect, test } from "vitest";
import type { ClientName } from "../../../src/model/client.ts";
import type { ClientRoute, Sight } from "../../../src/model/client-route.ts";
import { renderRoutes } from "../../../src/render/terminal/routes.ts";

const FACE = { width: 80, colour: false };
const URL_OF_ALL = "http://169.254.169.254/";

function of(client: ClientName): Omit<ClientRoute, "decision"> {
  return { url: URL_OF_ALL, client, named: client, version: "1.0", isAssumed: false };
}

function direct(client: ClientName, sight?: Sight): ClientRoute {
  const because = [
    { setting: "no_proxy", source: "environment", entry: "169.254.169.254", effect: "bypasses" },
  ] as const;
  const decision = { route: "direct", because } as const;
  return { ...of(client), decision, ...(sight === undefined ? {} : { sight }) };
}

function proxied(client: ClientName, host: string): ClientRoute {
  const because = [{ setting: "HTTP_PROXY", source: "environment", effect: "proxies" }] as const;
  const proxy = { scheme: "http", host, port: 3128 } as const;
  return { ...of(client), decision: { route: "proxy", proxy, because } };
}

describe("the table of routes", () => {
  test("a row a URL, a column a client; below, the ways that most go first", () => {
    const text = renderRoutes([proxied("go", "10.0.0.33"), direct("curl"), direct("git")], FACE);
    expect(text).toBe(`URL                      go     curl    git
───────────────────────  ─────  ──────  ──────
http://169.254.169.254/  proxy  direct  direct

proxy: http://10.0.0.33:3128

http://169.254.169.254/
  curl and git: direct; 169.254.169.254 in no_proxy keeps it off the proxy
  go: through http://10.0.0.33:3128; HTTP_PROXY names the proxy
`);
  });

  test("several proxies have numbers, and the numbers a legend", () => {
    const text = renderRoutes([proxied("go", "one.corp"), proxied("curl", "two.corp")], FACE);
    expect(text).toContain("proxy 1  proxy 2");
    expect(text).toContain("proxy 1: http://one.corp:3128\nproxy 2: http://two.corp:3128\n");
  });

  test("columns that do not fit follow below, each block with its URLs", () => {
    const clients = ["curl", "wget", "apt", "git", "go", "java", "botocore"] as const;
    const lines = renderRoutes(
      clients.map((client) => direct(client)),
      { ...FACE, width: 60 },
    ).split("\n");
    expect(lines.filter((line) => line.startsWith("URL"))).toHaveLength(2);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test("a client that cannot use its settings stops, and why is told", () => {
    const decision = { route: "invalid", why: "curl stops: the proxy has no host", because: [] } as const;
    const text = renderRoutes([{ ...of("curl"), decision }], FACE);
    expect(text).toContain("stops");
    expect(text).toContain("curl: curl stops: the proxy has no host");
  });

  test.each<[string, Sight, readonly string[]]>([
    [
      "agreement is a mark",
      { kind: "seen", program: "curl 7.88.1", way: { route: "direct" }, agrees: true },
      ["✓ seen"],
    ],
    [
      "disagreement is told",
      {
        kind: "seen",
        program: "curl 7.88.1",
        way: { route: "proxy", host: "::1", port: 8080 },
        agrees: false,
      },
      ["✗ proxy", "curl 7.88.1 was seen to go through [::1]:8080: look at ~/.curlrc"],
    ],
    [
      "what is not installed too",
      { kind: "not-seen", because: "not installed: curl" },
      ["– not seen", "curl was not seen: not installed: curl"],
    ],
  ])("%s", (_, sight, expected) => {
    const text = renderRoutes([direct("curl", sight)], FACE);
    for (const part of expected) expect(text).toContain(part);
  });

  test("for which versions it holds is told where they are only assumed", () => {
    const text = renderRoutes([{ ...direct("curl"), isAssumed: true }, direct("go")], FACE);
    expect(text).toContain("Taken for curl 1.0; --client curl@VERSION");
    expect(renderRoutes([direct("go")], FACE)).not.toContain("Taken for");
  });

  test("two versions of one client stand side by side", () => {
    const old = { ...proxied("curl", "p.corp"), named: "curl@7.81.0" };
    expect(renderRoutes([old, direct("curl")], FACE)).toMatch(/^URL +curl@7\.81\.0 +curl\n/);
  });

  test("URLs that would fill the table have numbers", () => {
    const url = `https://${"a".repeat(40)}.s3.us-east-1.amazonaws.com/`;
    const text = renderRoutes([{ ...direct("curl"), url }], FACE);
    expect(text).toMatch(/^1 +direct$/m);
    expect(text).toContain(`1: ${url}`);
  });

  test("no control character of a URL reaches the terminal", () => {
    const text = renderRoutes([{ ...direct("curl"), url: "http://a.corp/\u001b[2J" }], FACE);
    expect(text).not.toContain("\u001b");
  });
});
