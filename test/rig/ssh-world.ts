import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { isInstalled, type Started, startReal } from "./real-program.ts";

/** Why the real OpenSSH cannot be asked here, in plain words; `undefined` where it can. */
export const NO_SSH = reasonForNoSsh();

function reasonForNoSsh(): string | undefined {
  if (!["ssh", "sshd", "ssh-keygen"].every(isInstalled)) {
    return "skipped: needs openssh-server and openssh-client";
  }
  // There sshd takes itself for root's, and may not become anybody.
  if (process.platform !== "linux" || userInfo().uid !== 0) return undefined;
  const isWhole = /^\s*0\s+0\s+4294967295\s*$/.test(readFileSync("/proc/self/uid_map", "utf8"));
  return isWhole ? undefined : "skipped: sshd needs root, or none of it, and no user namespace";
}

/** Keys, a configuration of ssh's own and an `ssh` that reads it, in a directory that is gone after `close`. */
export type SshWorld = {
  readonly user: string;
  readonly identity: string;
  /** Another key that is let in, which opens with `passphrase`. */
  readonly locked: string;
  readonly passphrase: string;
  /** To be found first, so that no test reads this user's own ~/.ssh. */
  readonly path: string;
  /** A path on which there is no ssh. */
  readonly nodeOnly: string;
  /** The root of a machine without settings; its environment stands in `environmentFile`. */
  readonly root: (environment: string) => string;
  readonly environmentFile: string;
  /** An sshd on a free port of loopback, that lets `identity` in, with these lines besides. */
  readonly start: (...lines: readonly string[]) => Promise<Started>;
  /** Makes every host's key unknown. */
  readonly forgetHosts: () => void;
  /** Undoes both. */
  readonly restore: () => void;
  /** Leaves ssh with another key than the one that is let in, but for what is named to it. */
  readonly loseKey: () => void;
  readonly close: () => void;
};

/** Makes such a world. */
export function sshWorld(): SshWorld {
  const directory = mkdtempSync(join(tmpdir(), "ssh-"));
  const file = (name: string) => join(directory, name);
  for (const name of ["host", "user", "other"]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file(name)]);
  }
  const passphrase = "open sesame";
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "locked", "-f", file("locked")]);
  const [type, key] = readFileSync(file("host.pub"), "utf8").split(" ");
  const publicKeys = ["user", "locked"].map((name) => readFileSync(file(`${name}.pub`), "utf8"));
  writeFileSync(file("authorized_keys"), publicKeys.join(""));
  const configure = (key: string) =>
    writeFileSync(
      file("config"),
      `UserKnownHostsFile ${file("known_hosts")}\nGlobalKnownHostsFile /dev/null\nIdentitiesOnly yes\nIdentityAgent none\nIdentityFile ${file(key)}\n`,
    );
  const restore = () => {
    configure("user");
    writeFileSync(file("known_hosts"), `* ${type} ${key}\n`);
  };
  restore();
  mkdirSync(file("bin"));
  const real = execFileSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).trim();
  writeFileSync(file("bin/ssh"), `#!/bin/sh\nexec ${real} -F '${file("config")}' "$@"\n`);
  chmodSync(file("bin/ssh"), 0o755);
  for (const name of ["node", "root"]) mkdirSync(file(name));
  symlinkSync(process.execPath, file("node/node"));
  return {
    nodeOnly: file("node"),
    root: (environment) => {
      writeFileSync(file("environment"), environment);
      return file("root");
    },
    environmentFile: file("environment"),
    user: userInfo().username,
    identity: file("user"),
    locked: file("locked"),
    passphrase,
    path: `${file("bin")}${delimiter}${process.env["PATH"] ?? ""}`,
    start: (...lines) => startSshd(directory, lines),
    forgetHosts: () => writeFileSync(file("known_hosts"), ""),
    loseKey: () => configure("other"),
    restore,
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function startSshd(directory: string, lines: readonly string[]): Promise<Started> {
  // Debian's makes it when the service starts.
  if (userInfo().uid === 0) mkdirSync("/run/sshd", { recursive: true });
  return startReal({
    // It starts itself again, by its full path.
    program: execFileSync("sh", ["-c", "PATH=$PATH:/usr/sbin:/sbin command -v sshd"], {
      encoding: "utf8",
    }).trim(),
    files: ({ port }) => ({
      sshd_config: [
        ...lines,
        ...(lines.some((line) => line.startsWith("ListenAddress")) ? [] : ["ListenAddress 127.0.0.1"]),
        `Port ${port}`,
        `HostKey ${join(directory, "host")}`,
        `AuthorizedKeysFile ${join(directory, "authorized_keys")}`,
        "PidFile none",
        "UsePAM no",
        "StrictModes no",
        "PasswordAuthentication no",
        "",
      ].join("\n"),
    }),
    words: ({ directory: own }) => ["-D", "-e", "-f", join(own, "sshd_config")],
  });
}
