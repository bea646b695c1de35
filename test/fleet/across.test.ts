import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { PROXY } from "../render/build.ts";
import { deadProxy, healthy, misroutedMetadata } from "../render/reports.ts";
import { fleetFrom, machine, machines } from "../rig/fleet.ts";

/** What the metadata service says by a way, in place of what it said. */
function told(report: Report, route: string, instanceId: string): Report {
  const observations = report.observations.map((each) =>
    each.id === `ec2-metadata/identity@${route}` && each.outcome !== "broken"
      ? {
          ...each,
          outcome: "ok" as const,
          answeredBy: "target" as const,
          phases: [
            {
              name: "response" as const,
              status: "ok" as const,
              ms: 1,
              facts: {
                headers: {},
                body: "",
                identity: { instanceId, privateIp: "10.0.0.9", region: "us-east-1" },
              },
            },
          ],
        }
      : each,
  );
  return { ...report, observations };
}

test("an instance that several machines are told they are is named, with the ways", () => {
  const { sharedIdentities } = fleetFrom([
    told(machine(healthy, "a-1"), "direct", "i-1"),
    told(told(machine(misroutedMetadata, "a-2"), "direct", "i-2"), PROXY, "i-proxy"),
    told(told(machine(misroutedMetadata, "a-3"), "direct", "i-3"), PROXY, "i-proxy"),
  ]);
  expect(sharedIdentities).toEqual([
    {
      instanceId: "i-proxy",
      told: [
        { host: "a-2", route: PROXY, taken: true },
        { host: "a-3", route: PROXY, taken: true },
      ],
    },
  ]);
});

test("what is found stands by weight, what follows last, with the machines", () => {
  const { findings } = fleetFrom([...machines(misroutedMetadata, 2), machine(deadProxy, "z-9")]);
  const weights = findings.map(({ severity }) => severity);
  expect(weights).toEqual([...weights].sort());
  expect(findings.find(({ code }) => code === "misrouted-to-proxy")).toMatchObject({
    hosts: ["nomad-1", "nomad-2"],
    what: expect.stringContaining("169.254.169.254"),
  });
});

test("proxies and versions are counted by machine, most first of each program", () => {
  const programs = (curl: string) => ({ role: "nomad-client", programs: { curl } }) as const;
  const { proxies, versions } = fleetFrom([
    machine(healthy, "a-1", programs("8.5.0")),
    machine(healthy, "a-2", programs("7.68.0")),
    machine(healthy, "a-3", programs("8.5.0")),
  ]);
  expect(proxies).toEqual([{ name: PROXY, hosts: ["a-1", "a-2", "a-3"] }]);
  expect(versions).toEqual([
    { name: "curl 8.5.0", hosts: ["a-1", "a-3"] },
    { name: "curl 7.68.0", hosts: ["a-2"] },
    { name: "proxy-doctor 0.1.0", hosts: ["a-1", "a-2", "a-3"] },
  ]);
});

test("what is found is told by what weighs most, whichever comes first", () => {
  const [finding, ...others] = misroutedMetadata.findings;
  if (finding?.code !== "misrouted-to-proxy") return expect.unreachable();
  const lighter = {
    ...{ ...finding, id: `${finding.id}-lighter`, severity: "warning" as const },
    args: { ...finding.args, hosts: ["lighter.example.com"] },
  };
  const report = { ...misroutedMetadata, findings: [lighter, finding, ...others] } as Report;
  const { findings, groups } = fleetFrom([machine(report, "a-1")]);
  for (const told of [findings, groups[0]?.findings ?? []]) {
    expect(told.find(({ code }) => code === finding.code)).toMatchObject({
      severity: "error",
      what: expect.stringContaining("169.254.169.254"),
    });
  }
});
