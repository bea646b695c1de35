import { expect, test } from "vitest";
import { glanceOf } from "../../src/fleet/glance.ts";
import { membersOf } from "../../src/fleet/members.ts";
import { healthy } from "../render/reports.ts";
import { machine } from "../rig/fleet.ts";

const NEW = "2026-11-24T10:00:00Z";
const OLD = "2026-11-20T10:00:00Z";

function glance(hostname: string, addresses: readonly string[], startedAt: string, file: string) {
  return glanceOf({ ...machine(healthy, hostname, { addresses }), startedAt }, file);
}

function told(...glances: readonly ReturnType<typeof glance>[]) {
  const { members, superseded } = membersOf(glances);
  return { members: members.map(({ name, glance: { file } }) => [name, file]), superseded };
}

test("of two reports of one machine the newer counts, and the other is named", () => {
  expect(
    told(glance("box", ["10.0.0.1"], OLD, "a.json"), glance("box", ["10.0.0.1"], NEW, "b.json")),
  ).toEqual({
    members: [["box", "b.json"]],
    superseded: [{ host: "box", file: "a.json", newer: "b.json" }],
  });
});

test("of two reports of one time none is called newer", () => {
  expect(
    told(glance("box", ["10.0.0.1"], OLD, "a.json"), glance("box", ["10.0.0.1"], OLD, "b.json")).superseded,
  ).toEqual([{ host: "box", file: "a.json", newer: "b.json", simultaneous: true }]);
});

test("two machines of one name are told apart by their addresses", () => {
  const lo = "127.0.0.1";
  const two = told(
    glance("localhost", [lo, "10.0.0.1"], OLD, "a.json"),
    glance("localhost", [lo, "10.0.0.2"], NEW, "b.json"),
  );
  expect(two).toEqual({
    members: [
      ["localhost (10.0.0.1)", "a.json"],
      ["localhost (10.0.0.2)", "b.json"],
    ],
    superseded: [],
  });
});

test("a machine that has lost an address and got another is one by what they share", () => {
  const { members, superseded } = told(
    glance("box", ["10.0.0.1", "10.0.0.2"], OLD, "a.json"),
    glance("box", ["10.0.0.2", "10.0.0.3"], NEW, "b.json"),
    glance("box", ["10.0.0.3"], OLD, "c.json"),
  );
  expect(members).toEqual([["box", "b.json"]]);
  expect(superseded.map(({ file }) => file)).toEqual(["a.json", "c.json"]);
});

test("a report without a name goes by its file, and no two such are one machine", () => {
  const nameless = (file: string) => {
    const { hostname: _, ...installation } = machine(healthy, "x").installation;
    return glanceOf({ ...healthy, installation }, file);
  };
  expect(told(nameless("a/report.json"), nameless("b/report.json"), nameless("web.JSON"))).toEqual({
    members: [
      ["report (a/report.json)", "a/report.json"],
      ["report (b/report.json)", "b/report.json"],
      ["web", "web.JSON"],
    ],
    superseded: [],
  });
});

test("names stand as people count", () => {
  const names = ["box-10", "box-9", "box-1"].map((name) => glance(name, [], NEW, `${name}.json`));
  expect(told(...names).members.map(([name]) => name)).toEqual(["box-1", "box-9", "box-10"]);
});
