import { expect, test } from "vitest";
import type { InstallationFlags } from "../../src/model/installation.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";
import type { Showing } from "../rig/observed.ts";
import { judgedScenario } from "../scenarios/scenario.ts";

async function tallied(flags: InstallationFlags, direct: Readonly<Record<string, Showing>>) {
  const { judgement } = await judged({ machine: fakeMachine({}), flags, saw: { direct } });
  const { right, unknown, unserved } = judgement;
  return { right, unknown, unserved };
}

test("nothing is judged where no component calls what was measured", async () => {
  expect(await tallied({ role: "workstation" }, { "*": "tcp/timed-out" })).toEqual({
    right: [],
    unknown: [],
    unserved: [],
  });
});

test("each needed target counts once: right, unknown, or in a finding", async () => {
  const flags = { role: "workstation", services: "10.0.1.238", ghe: "ghe.example.com" } as const;
  const saw = {
    "*": "works",
    "services-machine/console": "tcp/timed-out",
    "github-enterprise/*": "unrecognised",
  };
  expect(await tallied(flags, saw)).toEqual({
    right: ["services-machine/web"],
    unknown: ["github-enterprise/web"],
    unserved: [],
  });
});

test("a Services machine's own ports that do not answer are no finding, and not right either", async () => {
  const { judgement } = await judgedScenario("nothing-installed-yet");
  expect(judgement.findings).toEqual([]);
  expect(judgement.unserved).toEqual([
    "services-machine/web",
    "services-machine/vm-service",
    "services-machine/artifacts",
  ]);
  expect(judgement.right.filter((id) => id.startsWith("services-machine/"))).toEqual([]);
});
