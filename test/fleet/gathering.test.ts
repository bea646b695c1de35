import fc from "fast-check";
import { expect, test } from "vitest";
import { gathering } from "../../src/fleet/gathering.ts";
import { glanceOf } from "../../src/fleet/glance.ts";
import type { Report } from "../../src/model/report.ts";
import { deadProxy, healthy, misroutedMetadata } from "../render/reports.ts";
import { FLEET_RENDERERS } from "../rig/faces.ts";
import { machine } from "../rig/fleet.ts";

const ROLES = ["services", "nomad-client", "workstation"] as const;
const DAYS = ["2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"];

const someReport = fc
  .record({
    base: fc.constantFrom(healthy, misroutedMetadata, deadProxy),
    name: fc.constantFrom("a-1", "a-2", "a-3", "b", "web.example.com"),
    named: fc.boolean(),
    addresses: fc.subarray(["10.0.0.1", "10.0.0.2", "10.0.0.3"]),
    role: fc.constantFrom(...ROLES),
    startedAt: fc.constantFrom(...DAYS),
    entry: fc.constantFrom("a", "b"),
  })
  .map(({ base, name, named, addresses, role, startedAt, entry }): Report => {
    const { hostname: _, ...nameless } = machine(base, name, { addresses, role }).installation;
    return {
      ...base,
      startedAt,
      installation: named ? { ...nameless, hostname: name } : nameless,
      settings: [
        ...base.settings,
        { name: "no_proxy", value: entry, exported: true, source: { kind: "environment" } },
      ],
    };
  });

test("what is told does not depend on the order of the reports", () => {
  const reports = fc.array(someReport, { maxLength: 12 });
  fc.assert(
    fc.property(reports, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (some, draws) => {
      const files = some.map((report, at) => ({ report, file: `reports/${at % 4}/${at}.json` }));
      const shuffled = files
        .map((each) => ({ each, draw: draws.next().value ?? 0 }))
        .sort((one, other) => one.draw - other.draw)
        .map(({ each }) => each);
      const [one, other] = [files, shuffled].map((order) => {
        const gathered = gathering();
        for (const { report, file } of order) {
          gathered.add(glanceOf(report, file), JSON.stringify(report));
        }
        const fleet = gathered.fleet([]);
        return Object.values(FLEET_RENDERERS).map((render) => render(fleet, { width: 80, colour: false }));
      });
      expect(other).toEqual(one);
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 60) },
  );
}, 120_000);

test("equal reports count once, at the first of their places, and the others are named", () => {
  const { hostname: _, ...nameless } = healthy.installation;
  const gathered = gathering();
  for (const file of ["a/copy.json", "a/box.json", "a/box.json"]) {
    gathered.add(glanceOf({ ...healthy, installation: nameless }, file), "equal");
  }
  gathered.add(glanceOf(misroutedMetadata, "a/other.json"), "another");
  const { hosts, superseded, repeated } = gathered.fleet([]);
  expect(hosts.map(({ file }) => file).sort()).toEqual(["a/box.json", "a/other.json"]);
  expect({ superseded, repeated }).toEqual({
    superseded: [],
    repeated: ["a/box.json", "a/copy.json"].map((file) => ({ file, sameAs: "a/box.json" })),
  });
});

test("what many reports say alike is held once, and what differs too much is left out", () => {
  const gathered = gathering(100_000);
  const glance = (at: number, value: string) => {
    const settings = [{ name: "no_proxy", value, source: { kind: "environment" } }] as const;
    return glanceOf({ ...machine(healthy, `box-${at}`), settings }, `${at}.json`);
  };
  const answers = (values: readonly string[]) =>
    values.map((value, at) => gathered.add(glance(at, value), `${at}${value}`).why);
  expect(answers(Array<string>(100).fill("a".repeat(1000)))).toEqual(Array(100).fill(undefined));
  const different = Array.from({ length: 200 }, (_, at) => `${at}${"b".repeat(1000)}`);
  expect(answers(different).at(-1)).toMatch(/no room/);
});
