import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Space } from "./space.ts";

/** Long-running programs whose environment a running machine shows; what stands for them does nothing. */
export const DAEMONS = { docker: "dockerd", nomad: "nomad" } as const;

export type Unit = keyof typeof DAEMONS;

/** Where what stands for the daemons lies on a machine. */
export const DAEMON_FOLDER = "/opt/bin";

/** The unit of a daemon, as its package brings it. */
export function unitText(unit: Unit): string {
  return `[Unit]\nDescription=${unit}\n\n[Service]\nExecStart=${DAEMON_FOLDER}/${DAEMONS[unit]} 1000000\n\n[Install]\nWantedBy=multi-user.target\n`;
}

/** The variables, each as NAME=VALUE, that systemd itself reads in a unit of a machine and in its drop-ins. */
export async function environmentOfUnit(space: Space, unit: Unit): Promise<readonly string[]> {
  const debug = ["env", "SYSTEMD_LOG_LEVEL=debug", "SYSTEMD_LOG_TARGET=console"];
  const path = `/etc/systemd/system/${unit}.service`;
  const { stdout, stderr } = await space.run([...debug, "systemd-analyze", "verify", "--man=no", path]);
  return [...`${stdout}${stderr}`.matchAll(/^\s*Environment: (\w+=.*)$/gm)].map(
    ([, variable = ""]) => variable,
  );
}

/** Starts a daemon as systemd would. */
export async function startDaemon(space: Space, unit: Unit): Promise<ChildProcess> {
  const environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", ...(await environmentOfUnit(space, unit))];
  const words = ["env", "-i", ...environment, `${DAEMON_FOLDER}/${DAEMONS[unit]}`, "1000000"];
  const child = space.start(words, { stdio: "ignore" });
  await once(child, "spawn");
  return child;
}
