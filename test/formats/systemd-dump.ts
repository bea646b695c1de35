import { spawnSync } from "node:child_process";

/** What systemd holds of a unit: `systemd-analyze verify` dumps it where it logs for debugging. */
export function dumpOfUnit(path: string): readonly string[] {
  const { stdout } = spawnSync("systemd-analyze", ["verify", "--man=no", path], {
    encoding: "utf8",
    env: { ...process.env, SYSTEMD_LOG_LEVEL: "debug", SYSTEMD_LOG_TARGET: "console" },
  });
  return (stdout ?? "").split("\n").map((line) => line.trimStart());
}

/** The values of a key in such a dump. */
export function valuesOf(dump: readonly string[], key: string): readonly string[] {
  return dump.flatMap((line) => (line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : []));
}
