import { expect, test } from "vitest";
import { askedOf } from "../../../src/render/told/command.ts";
import { report } from "../build.ts";

test("what a report says of an installation is no command of its own where it is typed", () => {
  const whole = report({});
  const { installation } = whole;
  const services = "10.0.1.238; touch x";
  const hostile = {
    ...installation,
    services,
    serverVersion: "$(id)",
    nomadClients: ["a b"],
    found: { services: "flag" },
  };
  const words = askedOf({ ...whole, installation: hostile });
  expect(words.slice(0, 2)).toEqual(["--services", `'${services}'`]);
  expect(words.slice(-4)).toEqual(["--nomad-client", "'a b'", "--server-version", "'$(id)'"]);
});

test("a report tells of which machine it is, so that no command is for the one where it is read", () => {
  const whole = report({});
  expect(askedOf({ ...whole, elsewhere: { kind: "root", path: "/mnt/an image" } }).slice(-2)).toEqual([
    "--root",
    "'/mnt/an image'",
  ]);
  expect(askedOf({ ...whole, elsewhere: { kind: "lab", name: "dead-proxy" } }).slice(-2)).toEqual([
    "--lab",
    "dead-proxy",
  ]);
});
