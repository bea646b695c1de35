import { environmentOf } from "../../decide/environment.ts";
import type { Component } from "../../model/component.ts";
import type { FindingArgs } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";

/** The program of each component that runs as a daemon, and gets its environment when it is started. */
const DAEMONS: Readonly<Partial<Record<Component["id"], string>>> = {
  "docker-daemon": "dockerd",
  "build-agent": "nomad",
};

type Difference = FindingArgs["stale-process"]["differences"][number];

/** A daemon runs with other proxy settings than its files give it: they were changed, and it was not restarted. */
export const staleProcess: Rule<"stale-process"> = (the) =>
  the.components.flatMap((component) => {
    const program = DAEMONS[component.id];
    const running = the.processes.filter((each) => each.program === program && each.environment === "read");
    const stale = running
      .map(({ pid }) => ({ pid, differences: differencesOf(the, component, pid) }))
      .filter(({ differences }) => differences.length > 0);
    const alike = groupBy(stale, ({ differences }) => JSON.stringify(differences));
    return [...alike.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined || program === undefined) return [];
      const pids = same.map(({ pid }) => pid);
      return [
        {
          about: `${program}:${pids.join(",")}`,
          severity: "warning" as const,
          subject: { component: component.id },
          args: {
            program,
            pids,
            components: [component.id],
            differences: first.differences,
            restart: component.restart,
          },
          evidence: pids.map((pid) => `process:${pid}`),
        },
      ];
    });
  });

/** Variables that files and process give different values, or only one of them. */
function differencesOf(the: Case, component: Component, pid: number): readonly Difference[] {
  const inFiles = new Map(
    environmentOf(component, the.settings)
      .filter(({ name }) => !name.startsWith("proxies."))
      .map(({ name, value }) => [name, value]),
  );
  const inProcess = new Map(the.settings.filter(isOf(pid)).map(({ name, value }) => [name, value]));
  return [...new Set([...inFiles.keys(), ...inProcess.keys()])]
    .filter((name) => inFiles.get(name) !== inProcess.get(name))
    .map((name) => ({ name, ...sides(inProcess.get(name), inFiles.get(name)) }));
}

function isOf(pid: number): (setting: Setting) => boolean {
  return ({ source }) => source.kind === "process" && source.pid === pid && source.part === "environment";
}

function sides(running: string | undefined, files: string | undefined): Omit<Difference, "name"> {
  return { ...(running === undefined ? {} : { running }), ...(files === undefined ? {} : { files }) };
}
