import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { Setting } from "../../src/model/setting.ts";
import { deadProxy, healthy, misroutedMetadata } from "../render/reports.ts";
import { fleetFrom, machine, machines } from "../rig/fleet.ts";

function setting(name: string, value: string, line = 1): Setting {
  return {
    name,
    value,
    exported: true,
    source: { kind: "file", path: "/etc/environment", line, loader: "pam-env" },
  };
}

function having(report: Report, ...settings: readonly Setting[]): Report {
  return { ...report, settings };
}

test("machines that do the same are one group, whatever their names, addresses and times", () => {
  const slower = { ...healthy, startedAt: "2026-11-23T00:00:00Z", durationMs: 9 };
  const { groups, summary } = fleetFrom([...machines(healthy, 3), ...machines(slower, 3, 4)]);
  expect(groups).toMatchObject([{ id: "nomad-client/1", hosts: { length: 6 } }]);
  expect(summary).toEqual({ hosts: 6, fine: 6, withErrors: 0, withWarnings: 0, odd: 0, incomplete: 0 });
});

test("what most machines of a role do is what the others are compared with", () => {
  const { groups } = fleetFrom([...machines(misroutedMetadata, 3), ...machines(healthy, 1, 9)]);
  expect(groups.map(({ id, hosts, differs }) => [id, hosts, differs?.from])).toEqual([
    ["nomad-client/1", ["nomad-1", "nomad-2", "nomad-3"], undefined],
    ["nomad-client/2", ["nomad-9"], "nomad-client/1"],
  ]);
});

test("of two groups as large, the others are compared with the one with fewer errors", () => {
  const { groups } = fleetFrom([machine(deadProxy, "a"), machine(healthy, "b")]);
  expect(groups.map(({ hosts }) => hosts)).toEqual([["b"], ["a"]]);
});

test("roles are not compared with each other", () => {
  const { groups } = fleetFrom([machine(deadProxy, "a"), ...machines(healthy, 2)]);
  expect(groups.map(({ id, differs }) => [id, differs])).toEqual([
    ["services/1", undefined],
    ["nomad-client/1", undefined],
  ]);
});

test("an odd one differs in targets, in findings and by the setting that decides", () => {
  const usual = having(
    healthy,
    setting("no_proxy", "169.254.169.254,localhost", 4),
    setting("http_proxy", "p"),
  );
  const odd = having(misroutedMetadata, setting("no_proxy", "localhost", 5), setting("http_proxy", "p"));
  const { groups } = fleetFrom([...machines(usual, 4), ...machines(odd, 1, 7)]);
  const differs = groups[1]?.differs;
  expect(differs?.targets).toContain("ec2-metadata/identity");
  expect(differs?.found).toContain("misrouted-to-proxy");
  expect(differs?.settings).toEqual([
    {
      name: "no_proxy",
      here: { place: "/etc/environment:5", value: "localhost" },
      usual: { place: "/etc/environment:4", value: "169.254.169.254,localhost" },
      lacks: ["169.254.169.254"],
      adds: [],
    },
  ]);
});

test("a setting of the decision comes first, and is told to decide", () => {
  const deciding = (report: Report): Report => ({
    ...report,
    decisions: report.decisions.map((each) => ({
      ...each,
      because: [{ setting: "no_proxy", source: "/etc/environment:4", effect: "bypasses" }],
    })),
  });
  const usual = deciding(having(healthy, setting("no_proxy", "a"), setting("a_setting", "1", 2)));
  const odd = deciding(having(misroutedMetadata, setting("no_proxy", "b"), setting("a_setting", "2", 2)));
  const { groups } = fleetFrom([...machines(usual, 2), ...machines(odd, 1, 7)]);
  expect(groups[1]?.differs?.settings.map(({ name, decides }) => [name, decides])).toEqual([
    ["no_proxy", true],
    ["a_setting", undefined],
  ]);
});

test.each([
  ["its own address", (name: string) => `localhost,10.0.0.${/\d+/.exec(name)?.[0]}`],
  ["its own name", (name: string) => `${name},localhost`],
  ["another password", (name: string) => `http://u:***${/\d+/.exec(name)?.[0]}@p:1`],
])("%s in a value is no difference", (_, valueOf) => {
  const reports = [...machines(healthy, 1), ...machines(misroutedMetadata, 1, 7)].map((report) =>
    having(report, setting("no_proxy", valueOf(report.installation.hostname ?? ""))),
  );
  const { groups } = fleetFrom(reports);
  expect(groups).toHaveLength(2);
  expect(groups[1]?.differs?.settings).toEqual([]);
});

test("entries of a list are compared without a machine's own name", () => {
  const reports = [...machines(healthy, 2), ...machines(misroutedMetadata, 1, 7)].map((report, at) =>
    having(report, setting("no_proxy", `${report.installation.hostname},${at < 2 ? "a b" : "b,c"}`)),
  );
  const [difference] = fleetFrom(reports).groups[1]?.differs?.settings ?? [];
  expect(difference).toMatchObject({ lacks: ["a"], adds: ["c"], here: { value: "nomad-7,b,c" } });
});

test("a list of all machines is compared as it is, though each machine finds itself in it", () => {
  const all = "10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.7";
  const reports = [
    ...machines(having(healthy, setting("no_proxy", `${all},169.254.169.254`)), 3),
    ...machines(having(misroutedMetadata, setting("no_proxy", all)), 1, 7),
  ];
  expect(fleetFrom(reports).groups[1]?.differs?.settings).toEqual([
    {
      name: "no_proxy",
      here: { place: "/etc/environment:1", value: all },
      usual: { place: "/etc/environment:1", value: `${all},169.254.169.254` },
      lacks: ["169.254.169.254"],
      adds: [],
    },
  ]);
  const alike = reports.map((report) => having(report, setting("no_proxy", all)));
  expect(fleetFrom(alike).groups[1]?.differs?.settings).toEqual([]);
});

test("what the usual machines have in many ways is no difference", () => {
  const reports = machines(healthy, 4).map((report, at) => having(report, setting("no_proxy", `v${at}`)));
  const odd = having(misroutedMetadata, setting("no_proxy", "other"));
  expect(fleetFrom([...reports, ...machines(odd, 1, 7)]).groups[1]?.differs?.settings).toEqual([]);
});

test("a setting that is missing on one side differs", () => {
  const reports = [
    ...machines(having(healthy, setting("ALL_PROXY", "p")), 2),
    ...machines(having(misroutedMetadata, setting("OTHER", "q")), 1, 7),
  ];
  expect(fleetFrom(reports).groups[1]?.differs?.settings).toEqual([
    { name: "ALL_PROXY", usual: { place: "/etc/environment:1", value: "p" } },
    { name: "OTHER", here: { place: "/etc/environment:1", value: "q" } },
  ]);
});

test("five thousand machines of which no two are alike are told apart in a moment", () => {
  const reports = Array.from({ length: 5000 }, (_, at) => {
    const target = { id: `own/${at}` as const, unconfigured: "x" };
    return machine({ ...healthy, targets: [...healthy.targets, target] }, `nomad-${at}`);
  });
  expect(fleetFrom(reports).groups).toHaveLength(5000);
}, 30_000);
