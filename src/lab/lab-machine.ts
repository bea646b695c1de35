import type { Machine } from "../discover/machine.ts";
import type { World } from "./world.ts";

/** A world's machine as `discover` reads it: the files that the world names, and no others. */
export function labMachine({ files, environment, addresses }: World): Machine {
  const texts = new Map(Object.entries(files));
  return {
    environment,
    addresses,
    outerAddresses: [],
    versions: async () => ({}),
    processes: async () => [],
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: "absent" } : { kind: "text", text };
    },
    list: async (directory) => {
      const prefix = directory.endsWith("/") ? directory : `${directory}/`;
      const below = [...texts.keys()].filter((path) => path.startsWith(prefix)).sort();
      if (below.length === 0) return { kind: "absent" };
      const isFile = (path: string) => !path.slice(prefix.length).includes("/");
      const deeper = below.filter((path) => !isFile(path));
      const directories = deeper.map((path) => path.slice(0, path.indexOf("/", prefix.length)));
      return { kind: "listed", files: below.filter(isFile), directories: [...new Set(directories)] };
    },
  };
}
