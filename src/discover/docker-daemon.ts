import type { SettingsFile } from "../model/setting.ts";
import type { SettingsSource } from "./reader.ts";

/** What the Docker daemon reads by itself, and what only its scripts for sysvinit and upstart read (domain-facts 4.7). */
export const dockerDaemon: SettingsSource = async ({ files }): Promise<readonly SettingsFile[]> => [
  ...(await files(["/etc/docker/daemon.json"], { loaders: ["docker-daemon-json"] })),
  ...(await files(["/etc/default/docker"], { loaders: ["shell"] })),
];
