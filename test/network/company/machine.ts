import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DAEMON_FOLDER, DAEMONS, startDaemon, type Unit, unitText } from "./daemons.ts";
import type { Ended, Given, Space } from "./space.ts";

/** Files of a machine by path; `null` takes one away. */
export type Files = Readonly<Record<string, string | null>>;

/** A machine of the company, with files of its own. */
export type Machine = {
  readonly space: Space;
  /** Where its files are seen from outside. */
  readonly root: string;
  /** Gives it fresh files, with these on top, and starts its daemons, unless it stands so since the last time. */
  readonly reset: (files: Files) => Promise<void>;
  /** To be told where something has written to its files. */
  readonly touched: () => void;
  /** Starts its daemons again, with what their units give them now. */
  readonly restart: () => Promise<void>;
  /** Runs a program as a login of root's does there. */
  readonly login: (words: readonly string[], given?: Given) => Promise<Ended>;
  readonly write: (files: Files) => void;
  readonly read: (path: string) => string;
};

/** Settings that whoever works on this machine may have in a home of his. */
const PERSONAL = [
  ...[".aws", ".bash_login", ".bash_profile", ".bashrc", ".config", ".curlrc", ".docker", ".gitconfig"],
  ...[".netrc", ".npmrc", ".profile", ".ssh", ".wgetrc", ".zshrc"],
];

/** What a login of root's is given by PAM and the shell's profiles; then the words take the shell's place. */
export const LOGIN = ["su", "--login", "--shell", "/bin/bash", "--command", 'exec "$0" "$@"', "--", "root"];

/** A machine in a space. `base` is a directory with what its /etc begins with, `units` name its daemons. */
export function machineIn(space: Space, base: string, units: readonly Unit[]): Machine {
  const root = `/proc/${space.pid}/root`;
  let standing: string | undefined;
  const write: Machine["write"] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      const full = join(root, path);
      if (text === null) rmSync(full, { force: true });
      else {
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, text);
      }
    }
  };
  const restart = async () => {
    const names = units.map((unit) => DAEMONS[unit]).join("|");
    if (names === "") return;
    await space.run(["pkill", "-x", names]);
    await Promise.all(units.map((unit) => startDaemon(space, unit)));
  };
  return {
    space,
    root,
    write,
    restart,
    read: (path) => readFileSync(join(root, path), "utf8"),
    login: (words, given) => space.run([...LOGIN, ...words], given),
    touched: () => {
      standing = "";
    },
    reset: async (files) => {
      const wanted = JSON.stringify(files);
      if (standing === wanted) return;
      await space.must(freshFiles(base, standing === undefined));
      standing = wanted;
      write(Object.fromEntries(units.map((unit) => [`/etc/systemd/system/${unit}.service`, unitText(unit)])));
      write(files);
      await restart();
    },
  };
}

/** Commands that mount what a machine has for itself, over what this machine has, or again over an older one. */
function freshFiles(base: string, isFirst: boolean): string {
  const own = { "/etc": base, "/root": "/root", "/home": "/home", "/var/lib": "/var/lib" };
  const mounts = Object.entries(own).map(([path, below]) => {
    const top = `/mnt${path}`;
    return `mkdir -p ${top}/upper ${top}/work
      mount -t overlay overlay -o 'lowerdir=${below},upperdir=${top}/upper,workdir=${top}/work' ${path}`;
  });
  const personal = PERSONAL.flatMap((name) => [`/root/${name}`, `/home/*/${name}`]);
  const daemons = Object.values(DAEMONS).map((name) => `cp /usr/bin/sleep ${DAEMON_FOLDER}/${name}`);
  return [
    ...(isFirst
      ? []
      : [...Object.keys(own), "/mnt", "/sys", "/run", "/opt"].map((path) => `umount -l ${path}`)),
    ...["/mnt", "/sys", "/run", "/opt"].map((path) => `mount -t tmpfs none ${path}`),
    ...mounts,
    `rm -rf ${personal.join(" ")}`,
    // The sign of systemd at work.
    `mkdir -p /run/systemd/system ${DAEMON_FOLDER}`,
    ...daemons,
  ].join("\n");
}
