import type { FileRead, Machine } from "../../src/discover/machine.ts";

/** A machine of nothing but these files; a value that is no string is what reading the file gives. */
export function fakeMachine(
  files: Readonly<Record<string, string | FileRead>>,
  environment: Readonly<Record<string, string>> = {},
): Machine {
  return {
    environment,
    addresses: ["10.0.1.238"],
    versions: async () => ({}),
    processes: async () => [],
    directories: async (directory) => {
      const below = Object.keys(files).filter((path) => path.startsWith(`${directory}/`));
      const names = below.map((path) => path.slice(directory.length + 1).split("/"));
      return [
        ...new Set(names.filter(({ length }) => length > 1).map(([name]) => `${directory}/${name}`)),
      ].sort();
    },
    read: async (path) => {
      const file = files[path] ?? { kind: "absent" };
      return typeof file === "string" ? { kind: "text", text: file } : file;
    },
    list: async (directory) =>
      Object.keys(files)
        .filter((path) => path.slice(0, path.lastIndexOf("/")) === directory)
        .sort(),
  };
}
