import { expect, test } from "vitest";
import { judge } from "../../src/diagnose/judge.ts";
import { fixesFor } from "../../src/fix/fixes.ts";
import { readingOf } from "../../src/fix/workspace.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";
const INTERNAL = "127.0.0.1,localhost,172.17.0.1,10.0.1.238";

/** Fixes where curl is all that runs: another program would want the exceptions before curl finds the proxy. */
async function fixed(list: string) {
  const { circumstances: all, workspace } = await judged({
    machine: fakeMachine({
      "/etc/environment": `HTTP_PROXY="${PROXY}"\nNO_PROXY="${list}"\nno_proxy="${list}"\n`,
      "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
    }),
    flags: { role: "services", services: "10.0.1.238" },
  });
  const components = all.components.filter(({ client }) => client === "curl");
  const circumstances = { ...all, components };
  const fixes = fixesFor(circumstances, judge(circumstances, readingOf(workspace)), workspace);
  return fixes.map(({ verdict, patch }) => [
    verdict,
    ...patch.map(({ op, name, value }) => `${op} ${name} ${value}`),
  ]);
}

test("a repair that lets a program find the proxy keeps it off what is to be called direct", async () => {
  expect(await fixed(`169.254.169.254,${INTERNAL}`)).toEqual([["verified", `set http_proxy ${PROXY}`]]);
  expect(await fixed(INTERNAL)).toEqual([
    [
      "verified",
      `set http_proxy ${PROXY}`,
      "add-entry NO_PROXY 169.254.169.254",
      "add-entry no_proxy 169.254.169.254",
    ],
  ]);
});
