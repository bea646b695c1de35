import type { Machine } from "./machine.ts";
import { onceForEach } from "./once-for-each.ts";

/** The same machine, each of whose files and directories is read but once, by whoever asks first. */
export function remembering(machine: Machine): Machine {
  return { ...machine, read: onceForEach(machine.read), list: onceForEach(machine.list) };
}
