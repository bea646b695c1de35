import { isKept } from "../formats/relevant.ts";
import { settingOf } from "../formats/setting-of.ts";
import { keepMarkers } from "../model/mark.ts";
import type { SeenProcess } from "../model/seen-process.ts";
import type { Setting, SettingSource } from "../model/setting.ts";
import type { RunningProcess } from "./machine.ts";

/** The programs whose running processes are looked for: those that components consist of. */
export const LONG_RUNNING: readonly string[] = [
  "dockerd",
  "nomad",
  "replicated",
  "replicated-operator",
  "replicated-ui",
  "java",
];

/** Options by which a JVM is told of proxies, those with a secret included. */
const ABOUT_PROXIES =
  /^-D(?:(?:https?\.|ftp\.)?(?:proxy(?:Host|Port|User|Password|Set)|nonProxyHosts)|socks(?:ProxyHost|ProxyPort|ProxyVersion|NonProxyHosts)|java\.net\.(?:useSystemProxies|socks\.\w+)|jdk\.http\.auth\.(?:tunneling|proxying)\.disabledSchemes)(?:=|$)/;

/**
 * What is kept of what a running process was given: variables of its environment, then, for `java`, the
 * options of its command line, joined by blanks under the name `command line`.
 */
export function processSettings(running: RunningProcess, mark = keepMarkers): readonly Setting[] {
  const { pid, program, commandLine, environment = {} } = running;
  const from = (part: "environment" | "command-line"): SettingSource => ({
    kind: "process",
    pid,
    program,
    part,
  });
  const variables = Object.entries(environment)
    .filter(([name]) => isKept(name))
    .map(([name, value]) => settingOf({ name, value, exported: true }, from("environment"), mark));
  const options = program === "java" ? commandLine.slice(1).filter((word) => ABOUT_PROXIES.test(word)) : [];
  if (options.length === 0) return variables;
  const assignment = { name: "command line", value: options.join(" "), exported: true };
  return [...variables, settingOf(assignment, from("command-line"), mark)];
}

/** A process as the report names it. */
export function seen({ pid, program, environment }: RunningProcess): SeenProcess {
  return { pid, program, environment: environment === undefined ? "unreadable" : "read" };
}
