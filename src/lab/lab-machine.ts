import type { Machine } from "../discover/machine.ts";
import type { World } from "./world.ts";

/** A world's machine as `discover` reads it: the files that the world names, and no others. */
export function labMachine({ files, environment, addresses }: World): Machine {
  const texts = new Map(Object.entries(files));
  return {
    environment,
    addresses,
    versions: async () => ({}),
    processes: async () => [],
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: "absent" } : { kind: "text", text };
    },
    list: async (directory) => {
      const prefix = directory.endsWith("/") ? directory : `${directory}/`;
      const isDirectlyIn = (path: string) =>
        path.startsWith(prefix) && !path.slice(prefix.length).includes("/");
      return [...texts.keys()].filter(isDirectlyIn).sort();
    },
    directories: async (directory) => {
      const prefix = directory.endsWith("/") ? directory : `${directory}/`;
      const below = [...texts.keys()].filter((path) => path.startsWith(prefix));
      const names = below
        .map((path) => path.slice(prefix.length).split("/"))
        .filter(({ length }) => length > 1);
      return [...new Set(names.map(([name]) => `${prefix}${name}`))].sort();
    },
  };
}
