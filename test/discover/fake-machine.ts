import type { FileRead, Machine } from "../../src/discover/machine.ts";

/** A machine of nothing but these files; a value that is no string is what reading the file gives. */
export function fakeMachine(
  files: Readonly<Record<string, string | FileRead>>,
  environment: Readonly<Record<string, string>> = {},
): Machine {
  return {
    environment,
    addresses: ["10.0.1.238"],
    outerAddresses: [],
    versions: async () => ({}),
    processes: async () => [],
    read: async (path) => {
      const file = files[path] ?? { kind: "absent" };
      return typeof file === "string" ? { kind: "text", text: file } : file;
    },
    keystore: async (path) => {
      const file = files[path] ?? { kind: "absent" };
      return typeof file === "string" ? { kind: "text", text: file } : file;
    },
    list: async (directory) => {
      const itself = files[directory];
      if (itself !== undefined && typeof itself !== "string" && itself.kind === "unreadable") return itself;
      const prefix = directory.endsWith("/") ? directory : `${directory}/`;
      const below = Object.keys(files)
        .filter((path) => path.startsWith(prefix))
        .sort();
      if (below.length === 0) return { kind: "absent" };
      const isFile = (path: string) => !path.slice(prefix.length).includes("/");
      const deeper = below.filter((path) => !isFile(path));
      const directories = deeper.map((path) => path.slice(0, path.indexOf("/", prefix.length)));
      return { kind: "listed", files: below.filter(isFile), directories: [...new Set(directories)] };
    },
  };
}
