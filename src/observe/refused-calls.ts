import { readFile } from "node:fs/promises";

/**
 * How many connections were refused in this network so far (`AttemptFails` of `/proc/net/snmp`). Nobody but the
 * recorder listens in it: a call that was refused went to a port that is not listened on.
 */
export async function refusedCalls(): Promise<number> {
  const text = await readFile("/proc/net/snmp", "utf8").catch(() => "");
  const [names = [], values = []] = text
    .split("\n")
    .filter((line) => line.startsWith("Tcp:"))
    .map((line) => line.split(" "));
  return Number(values[names.indexOf("AttemptFails")] ?? 0);
}
