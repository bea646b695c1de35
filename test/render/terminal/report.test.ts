import { describe, expect, test } from "vitest";
import { renderTerminal } from "../../../src/render/terminal/report.ts";
import { answer, DIRECT, decision, failure, PROXY, report, target, through } from "../build.ts";
import { deadProxy, healthy, misroutedMetadata } from "../reports.ts";

const CASES = [
  ["healthy", healthy],
  ["misrouted-metadata", misroutedMetadata],
  ["dead-proxy", deadProxy],
] as const;

const plain = { colour: false, width: 120, detail: "full" } as const;

describe.each(CASES)("%s", (name, shown) => {
  test.each([80, 120])("at %i columns", async (width) => {
    await expect(renderTerminal(shown, { ...plain, width })).toMatchFileSnapshot(
      `golden/${name}-${width}.txt`,
    );
  });

  test("colour adds nothing but colour", () => {
    const coloured = renderTerminal(shown, { ...plain, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    const sgr = /\u001b\[[0-9;]*m/g;
    expect(coloured).toMatch(sgr);
    expect(coloured.replace(sgr, "")).toBe(renderTerminal(shown, plain));
  });
});

test("where nothing is judged for want of hosts, they are asked for", () => {
  const { installation, summary } = healthy;
  const { services: _, ghe: __, ...unnamed } = installation;
  const told = (over: Partial<typeof healthy>) =>
    renderTerminal({ ...healthy, installation: unnamed, ...over }, plain);
  expect(told({ summary: { ...summary, right: 0 } })).toContain(
    "Next:  name the hosts that this machine calls: proxy-doctor check --services HOST",
  );
  expect(told({})).not.toContain("Next:");
});

describe("the first line", () => {
  const firstLine = (parts: Parameters<typeof report>[0]) =>
    renderTerminal(report(parts), plain).split("\n")[0];

  test("says that all is well only of what was measured and known", () => {
    const { observations, targets, decisions, summary: none } = healthy;
    const measured = { observations, targets, decisions, summary: none };
    expect(firstLine(measured)).toMatch(/^All traffic goes the right way — /);
    expect(firstLine({})).toMatch(/^Nothing was measured/);
    expect(firstLine({ ...measured, stopped: "deadline" })).toMatch(/^Nothing wrong found so far — /);
    expect(firstLine({ ...measured, toolErrors: ["rule x: broken"] })).toMatch(/^Nothing wrong found so far/);
    expect(firstLine({ ...measured, summary: { ...none, unknown: 2 } })).toMatch(
      /^Nothing wrong found so far, 2 targets unknown — /,
    );
    expect(firstLine({ ...measured, summary: { ...none, right: 0 } })).toMatch(
      /^Nothing was judged: no component of this machine calls what was measured — /,
    );
    expect(firstLine({ ...measured, summary: { ...none, unserved: 4 } })).toMatch(
      /^Nothing wrong found so far, 4 ports of this machine's own not answering — /,
    );
    expect(
      firstLine({ ...measured, unreadable: [{ path: "/etc/environment", reason: "too large" }] }),
    ).toMatch(/^Nothing wrong found so far, 1 settings file not read — /);
    expect(firstLine({ ...measured, summary: { ...none, infos: 1 } })).toMatch(
      /^All traffic goes the right way, 1 remark — /,
    );
    expect(firstLine({ ...measured, summary: { ...none, errors: 1, unknown: 1 } })).toMatch(
      /^1 error, 0 warnings, 1 target unknown — /,
    );
  });

  test("is followed by why a run is incomplete", () => {
    const text = renderTerminal({ ...healthy, stopped: "interrupt", toolErrors: ["rule x: broken"] }, plain);
    expect(text).toContain("The run is incomplete: it was interrupted.");
    expect(text).toContain("A fault of proxy-doctor's own, not of the network: rule x: broken");
  });
});

describe("the table", () => {
  const rowOf = (text: string, id: string) => text.split("\n").find((line) => line.startsWith(id)) ?? "";
  const api = target("license-server/api", "https://api.replicated.com/", "either");

  test("shows a closed way quietly where nobody takes it, as a failure where somebody does", () => {
    const observations = [failure(api.id, DIRECT, "timed-out"), answer(api.id, through(PROXY), 20)];
    const rowFor = (route: typeof DIRECT) => {
      const decisions = [decision("replicated", api.id, route)];
      return rowOf(renderTerminal(report({ targets: [api], observations, decisions }), plain), api.id);
    };
    expect(rowFor(through(PROXY))).toContain("· timed out");
    expect(rowFor(DIRECT)).toContain("✗ timed out");
  });

  test("never shows as ok what was not measured, or was answered by someone else", () => {
    const shown = report({
      targets: [api, target("s3/global", "https://s3.amazonaws.com/", "either")],
      observations: [
        answer(api.id, DIRECT, 20, "someone-else"),
        answer(api.id, through(PROXY), 20, "unknown"),
        failure("s3/global", DIRECT, "cancelled"),
      ],
    });
    const text = renderTerminal(shown, plain);
    expect(rowOf(text, api.id)).toMatch(/· block page +\? unclear answer/);
    expect(rowOf(text, "s3/global")).toMatch(/\? not finished +– not measured/);
    expect(text).not.toContain("✓");
  });

  test("says that the metadata came from another machine, though the request went well", () => {
    expect(rowOf(renderTerminal(misroutedMetadata, plain), "ec2-metadata/identity")).toMatch(
      /✓ ok 2 ms +✗ another machine +direct +✗ all proxy$/,
    );
  });

  test("names who goes which way where they differ", () => {
    expect(renderTerminal(misroutedMetadata, plain)).toMatch(
      /s3\/regional and global .*direct: service containers\n +direct +! proxy: Java services\n/,
    );
  });

  const throughMany = (...proxies: readonly string[]) =>
    report({
      targets: [api],
      observations: [DIRECT, ...proxies.map(through)].map((route) => answer(api.id, route, 20)),
      decisions: [decision("replicated", api.id, through(proxies[1] ?? ""))],
    });

  test("stacks more than two proxies, each with its name", () => {
    const shown = throughMany("http://10.0.0.33:3128", "http://10.0.0.34:3128", "https://10.0.0.35:1");
    const text = renderTerminal(shown, plain);
    expect(text).toMatch(/✓ ok 20 ms 10\.0\.0\.33:3128 .*all 10\.0\.0\.34:3128\n/);
    expect(text).toMatch(/\n +✓ ok 20 ms https:\/\/10\.0\.0\.35:1\n/);
  });

  test("numbers proxies with long names, and says below which is which", () => {
    const text = renderTerminal(throughMany("http://proxy.corp.example.com:3128", PROXY), plain);
    expect(text).toMatch(/proxy 1 +proxy 2 +should go/);
    expect(text).toMatch(/ all proxy 2\n/);
    expect(text).toContain("\nproxy 1: http://proxy.corp.example.com:3128\nproxy 2: http://10.0.0.33:3128\n");
  });

  test("is left out where only findings are wanted, which are all still there", () => {
    const text = renderTerminal(misroutedMetadata, { ...plain, detail: "findings-only" });
    expect(text).not.toContain("should go");
    expect(text).toContain("ERROR misrouted-to-proxy");
    expect(text).toContain("WARNING avoidable-proxying");
  });
});

describe("a finding", () => {
  test("stands with its fix, and its diff can be copied whole", () => {
    const text = renderTerminal(misroutedMetadata, { ...plain, width: 60 });
    expect(text).toContain(`\n${misroutedMetadata.fixes[0]?.diff}`);
    expect(text).toContain("  fix    verified: ");
    expect(text).toContain("/etc/environment:4  NO_PROXY: add 169.254.169.254\n");
    expect(text).toContain("  then   log out and in again\n");
  });

  test("is told what to do otherwise where a fix does not help, and that it was tried", () => {
    const fixes = misroutedMetadata.fixes.map((fix) => ({ ...fix, verdict: "no-effect" as const }));
    const text = renderTerminal({ ...misroutedMetadata, fixes }, plain);
    expect(text).toContain("  do     Add 169.254.169.254 to the bypass list");
    expect(text).toMatch(/ {2}tried {2}\/etc\/environment:4 {2}NO_PROXY/);
    expect(text).not.toContain("+++ /etc/environment");
    expect(text).not.toContain("verified");
  });

  test("names host and port of what somebody has to open", () => {
    expect(renderTerminal({ ...deadProxy, fixes: [] }, plain)).toContain(
      "  where  10.0.1.238:8585 (services-machine/output-processor)\n",
    );
  });
});

describe("a fix", () => {
  const [fix] = misroutedMetadata.fixes;
  const [finding] = misroutedMetadata.findings;
  if (fix === undefined || finding?.code !== "misrouted-to-proxy") throw new Error("no such fixture");
  const other = "service-containers";
  const wider = {
    ...finding,
    args: { ...finding.args, components: [...finding.args.components, other] as const },
  };

  test("for a part of the components says so, and what is left to do", () => {
    const text = renderTerminal({ ...misroutedMetadata, findings: [wider] }, plain);
    expect(text).toContain("fix    verified for commands in this shell: judged again");
    expect(text).toMatch(/do {5}Add 169\.254\.169\.254 to the bypass list of the service containers:/);
  });

  test("that ends another finding too is told there, and its diff is printed once", () => {
    const findings = misroutedMetadata.findings.filter(({ causedBy }) => causedBy.length === 0);
    const both = { ...fix, findings: findings.map(({ id }) => id) };
    const text = renderTerminal({ ...misroutedMetadata, findings, fixes: [both] }, plain);
    expect(text).toContain(`fix    the change for ${finding.id} mends this too`);
    expect(text.match(/^--- /gm)).toHaveLength(1);
  });
});

describe("the address under which a machine leaves", () => {
  const linesWith = (egress: Parameters<typeof report>[0]["egress"]) =>
    renderTerminal(report({ egress: egress ?? [] }), plain)
      .split("\n")
      .filter((line) => line.startsWith("Leaves as"));

  test("is one line, with the route of each", () => {
    const direct = { route: "direct", address: "203.0.113.7" };
    expect(linesWith([direct])).toEqual(["Leaves as 203.0.113.7 directly."]);
    expect(linesWith([direct, { route: PROXY, address: "198.51.100.2" }])).toEqual([
      `Leaves as 203.0.113.7 directly, 198.51.100.2 through ${PROXY}.`,
    ]);
  });

  test("is said once where it is the same on all, and not at all where nobody knows", () => {
    const address = "203.0.113.7";
    expect(
      linesWith([
        { route: "direct", address },
        { route: PROXY, address },
      ]),
    ).toEqual(["Leaves as 203.0.113.7 on every way that was measured."]);
    expect(linesWith([])).toEqual([]);
  });
});
