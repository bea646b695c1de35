import type { Machine } from "../discover/machine.ts";
import type { World } from "./world.ts";

/** Where the system of a lab's machine keeps its authorities, as Ubuntu's does. */
const SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

/**
 * A world's machine as `discover` reads it: the files that the world names, the authorities (PEM) that its system
 * trusts, and no others.
 */
export function labMachine(
  { files, environment, addresses }: World,
  authorities: readonly string[] = [],
): Machine {
  const bundle = authorities.length === 0 ? {} : { [SYSTEM_BUNDLE]: authorities.join("\n") };
  const texts = new Map(Object.entries({ ...bundle, ...files }));
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
    keystore: async () => ({ kind: "absent" }),
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
