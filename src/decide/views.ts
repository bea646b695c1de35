import type { SettingsView } from "../model/component.ts";
import type { Loader } from "../model/setting.ts";

/** What the shell that runs proxy-doctor exports. */
export const shellEnvironment: SettingsView = { from: "environment" };

/** A file, or all of a directory where the path ends in `/`, as one loader reads it. */
export function file(path: string, loader: Loader): SettingsView {
  return { from: "file", path, loader };
}

/** What systemd gives a service: its unit, the drop-ins, and the files that these name. */
export function unit(name: string): SettingsView {
  return { from: "unit", unit: `${name}.service` };
}

/** What a login gives whatever is typed: pam_env's reading, then profile.d, then what the shell has besides (domain-facts 4.6). */
export const login: readonly SettingsView[] = [
  file("/etc/environment", "pam-env"),
  file("/etc/profile.d/", "shell"),
  shellEnvironment,
];

/** `set -a; . /etc/environment`, as the page has Nomad clients do it: every variable is inherited (domain-facts 4.6). */
export const sourcedEnvironment: SettingsView = {
  from: "file",
  path: "/etc/environment",
  loader: "shell",
  exportsAll: true,
};

/** apt's configuration, in the order in which apt reads it (domain-facts 4.11). */
export const aptConf: readonly SettingsView[] = [
  file("/etc/apt/apt.conf.d/", "apt-conf"),
  file("/etc/apt/apt.conf", "apt-conf"),
];

/** What CircleCI's start scripts source before they start containers (domain-facts 4.4). */
export const customizations: SettingsView = file("/etc/circle-installation-customizations", "shell");

/** The parameters that Replicated starts with, then what docker gives its containers (domain-facts 4.1, 4.2). */
export const replicated: readonly SettingsView[] = [
  file("/etc/replicated.conf", "replicated-conf"),
  file("/etc/default/replicated", "docker-options"),
  file("/etc/sysconfig/replicated", "docker-options"),
];

/** The Docker daemon: systemd's environment, and from Docker 23 daemon.json, which beats it (domain-facts 4.7). */
export const docker: readonly SettingsView[] = [
  unit("docker"),
  file("/etc/docker/daemon.json", "docker-daemon-json"),
];
