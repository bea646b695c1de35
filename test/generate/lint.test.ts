import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemMachine } from "../../src/discover/system-machine.ts";
import type { Order } from "../../src/generate/generate.ts";
import { lint } from "../../src/lint.ts";
import type { Report } from "../../src/model/report.ts";
import { flagsOf, HOSTS, installationOf, orders, proxyOf, REGIONS } from "./any-order.ts";
import { withTree } from "./tree.ts";

function lintTree(root: string, { installation }: Order): Promise<Report> {
  return lint({
    machine: systemMachine({ root, environment: {} }),
    flags: flagsOf(installation),
    only: [],
    skip: [],
    clock: () => new Date(0),
    version: "0",
  });
}

async function findingsOn(order: Order): Promise<readonly string[]> {
  return withTree(order, async (root) => {
    const { findings, fileFaults, unreadable, toolErrors, settings } = await lintTree(root, order);
    expect(settings.length).toBeGreaterThan(5);
    expect({ fileFaults, unreadable, toolErrors }).toEqual({
      fileFaults: [],
      unreadable: [],
      toolErrors: [],
    });
    return findings.map(({ code, severity, subject }) => `${severity} ${code} ${JSON.stringify(subject)}`);
  });
}

describe("lint finds nothing, not even an info, in what is generated", () => {
  const roles = (["services", "nomad-client", "workstation"] as const).flatMap((role) =>
    (["standard", "corporate"] as const).map((egress) => ({ role, egress })),
  );

  test.each(roles)(
    "for $role, $egress egress, in every region and for every form of proxy",
    async (each) => {
      for (const region of REGIONS) {
        for (const host of HOSTS) {
          for (const login of ["", "alice:p@ss/w#rd%$@"]) {
            const proxy = proxyOf(`http://${login}${host}:3128`);
            const flags = {
              ...each,
              region,
              services: "10.0.1.238",
              ghe: "ghe.example.com",
              bucket: "my-bucket",
            };
            const order = { installation: installationOf(flags), otherServices: [], proxy, forms: [] };
            expect(await findingsOn(order), `${region} ${host} ${login}`).toEqual([]);
          }
        }
      }
    },
    60_000,
  );

  test("whatever else the installation has", async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await findingsOn(order)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});

test("lint would have found a host that is left out", async () => {
  const flags = { role: "nomad-client", services: "10.0.1.238" } as const;
  const proxy = proxyOf("http://10.0.0.33:3128");
  const order = { installation: installationOf(flags), otherServices: [], proxy, forms: [] };
  const besides = { ...order, installation: installationOf({ ...flags, ghe: "ghe.example.com" }) };
  const found = await withTree(order, (root) => lintTree(root, besides));
  expect(found.findings.map(({ code }) => code)).toContain("bypass-missing");
});
