import { environmentOf } from "../../decide/environment.ts";
import { isAboutProxies } from "../../decide/names.ts";
import type { Component } from "../../model/component.ts";
import type { FindingArgs } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";

/**
 * A program that gets its environment when it is started. systemd gives its services all that they have; a container
 * is given more than its files say, so that only what stands in both can tell.
 */
type Daemon = { readonly program: string; readonly givenBy: "systemd" | "start-script" };

const DAEMONS: Readonly<Partial<Record<Component["id"], Daemon>>> = {
  "docker-daemon": { program: "dockerd", givenBy: "systemd" },
  "build-agent": { program: "nomad", givenBy: "systemd" },
  replicated: { program: "replicated", givenBy: "start-script" },
  "jvm-services": { program: "java", givenBy: "start-script" },
  "nomad-client-jvm": { program: "java", givenBy: "start-script" },
};

type Difference = FindingArgs["stale-process"]["differences"][number];

/** A daemon runs with other proxy settings than its files give it: they were changed, and it was not restarted. */
export const staleProcess: Rule<"stale-process"> = (the) =>
  the.components.flatMap((component) => {
    const daemon = DAEMONS[component.id];
    if (daemon === undefined) return [];
    const { program } = daemon;
    const running = the.processes.filter((each) => each.program === program && each.environment === "read");
    const stale = running
      .map(({ pid }) => ({ pid, differences: differencesOf(the, component, daemon, pid) }))
      .filter(({ differences }) => differences.length > 0);
    const alike = groupBy(stale, ({ differences }) => JSON.stringify(differences));
    return [...alike.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
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

/** Variables that files and process give different values or, where systemd gives all, only one of them. */
function differencesOf(
  the: Case,
  component: Component,
  { givenBy }: Daemon,
  pid: number,
): readonly Difference[] {
  const inFiles = valuesIn(the, component, givenBy);
  const inProcess = new Map(the.settings.filter(isOf(pid)).map(({ name, value }) => [name, value]));
  const names = [...new Set([...inFiles.keys(), ...inProcess.keys()])];
  return names
    .filter(isAboutProxies)
    .filter((name) => givenBy === "systemd" || (inFiles.has(name) && inProcess.has(name)))
    .filter((name) => inFiles.get(name) !== inProcess.get(name))
    .map((name) => ({ name, ...sides(inProcess.get(name), inFiles.get(name)) }));
}

/** What files give a component's environment; daemon.json and replicated.conf are read by programs themselves. */
function valuesIn(
  { settings }: Case,
  component: Component,
  givenBy: Daemon["givenBy"],
): ReadonlyMap<string, string> {
  const reads = component.reads.filter((view) =>
    givenBy === "systemd"
      ? view.from === "unit"
      : view.from === "file" && (view.loader === "shell" || view.loader === "docker-options"),
  );
  return new Map(environmentOf({ ...component, reads }, settings).map(({ name, value }) => [name, value]));
}

function isOf(pid: number): (setting: Setting) => boolean {
  return ({ source }) => source.kind === "process" && source.pid === pid && source.part === "environment";
}

function sides(running: string | undefined, files: string | undefined): Omit<Difference, "name"> {
  return { ...(running === undefined ? {} : { running }), ...(files === undefined ? {} : { files }) };
}
