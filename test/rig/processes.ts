import { readdirSync, readFileSync } from "node:fs";

/** A process as /proc shows it. */
export type Seen = { readonly pid: number; readonly name: string; readonly words: readonly string[] };

/** Every process that a process has started, and those that they have (Linux). */
export function descendants(pid: number): readonly Seen[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? seen(Number(name)) : []));
  const under = (parent: number): readonly Seen[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...under(each.pid)]);
  return under(pid);
}

/** Whether a process is there still; one that has ended and is not waited for is not. */
export function isAlive({ pid }: Pick<Seen, "pid">): boolean {
  const state = read(`/proc/${pid}/stat`).split(") ").at(-1);
  return state !== undefined && state !== "" && !state.startsWith("Z");
}

function seen(pid: number): readonly (Seen & { readonly parent: number })[] {
  const [, name = "", rest] = /^\d+ \((.*)\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`)) ?? [];
  if (rest === undefined) return [];
  return [{ pid, name, parent: Number(rest), words: read(`/proc/${pid}/cmdline`).split("\0") }];
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
