import { hostname, networkInterfaces } from "node:os";
import { fileSystem } from "./file-system.ts";
import { unreadable } from "./file-text.ts";
import { keystoreLists } from "./keytool.ts";
import type { Machine } from "./machine.ts";
import { runningProcesses } from "./proc.ts";
import { programVersions } from "./program-versions.ts";

/** Names of interfaces between a machine and its own containers and virtual machines. */
const INNER = /^(?:docker|br-|veth|virbr|cni|nomad|lxc|lxd|podman|flannel|cali)/;

/**
 * The machine as the file system below `root` shows it, with the environment that is given. Paths are those
 * of the machine, without `root`; symbolic links are followed within `root`.
 */
export function systemMachine(options: {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}): Machine {
  const { root, environment } = options;
  const isThisOne = root === "/";
  const files = fileSystem(root);
  return {
    environment,
    ...(isThisOne ? { hostname: hostname() } : {}),
    ...files,
    keystore: isThisOne ? keystoreLists() : unlisted(files.read),
    processes: (programs) => runningProcesses(root, programs),
    addresses: ownAddresses(),
    outerAddresses: isThisOne ? outerAddresses() : [],
    // Below another root lie another machine's programs, which may not run on this one.
    versions: isThisOne ? programVersions : async () => ({}),
  };
}

function unlisted(read: Machine["read"]): Machine["keystore"] {
  return async (path) => {
    const file = await read(path);
    return file.kind === "absent" ? file : unreadable("is read by keytool, on its own machine alone");
  };
}

/** Addresses of all interfaces that are up, each once, without zone. */
function ownAddresses(): readonly string[] {
  const found = interfaces().map(({ address }) => address.replace(/%.*$/, ""));
  return [...new Set(found)];
}

/** Addresses of those that lead to other machines. */
function outerAddresses(): readonly string[] {
  return interfaces()
    .filter(({ name, internal }) => !internal && !INNER.test(name))
    .map(({ address }) => address);
}

function interfaces() {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(({ address, internal }) => ({ name, address, internal })),
  );
}
