import { expect, test } from "vitest";
import { egressOf } from "../../src/diagnose/egress.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";

test("the address under which a machine leaves is told for each route on which it was seen", async () => {
  const { circumstances } = await judged({
    machine: fakeMachine({ "/etc/environment": `https_proxy=${PROXY}\n` }),
    flags: { role: "services", services: "10.0.1.238" },
    saw: {
      direct: { "*": "works", "license-server/api": "says 203.0.113.7" },
      [PROXY]: { "*": "works", "license-server/api": "says 198.51.100.2" },
    },
  });
  expect(egressOf(circumstances.observations)).toEqual([
    { route: "direct", address: "203.0.113.7" },
    { route: PROXY, address: "198.51.100.2" },
  ]);
});
