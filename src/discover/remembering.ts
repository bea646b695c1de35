import type { Machine } from "./machine.ts";

/** The same machine, each of whose files and directories is read but once, by whoever asks first. */
export function remembering(machine: Machine): Machine {
  return { ...machine, read: once(machine.read), list: once(machine.list) };
}

function once<T>(find: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (path) => {
    const answer = found.get(path) ?? find(path);
    found.set(path, answer);
    return answer;
  };
}
