import type { Changes } from "../company/plan.ts";

/** A change of a file's text. */
export type Change = (text: string) => string;

/** Takes hosts out of lists, however their entries are separated. */
export function without(...hosts: readonly string[]): Change {
  const entries = hosts.map((host) => host.replaceAll(/[.*]/g, "\\$&")).join("|");
  return (text) =>
    text
      .replaceAll(new RegExp(`[,|](?:${entries})(?=[,|"\\s])`, "g"), "")
      .replaceAll(new RegExp(`(?<=[="])(?:${entries})[,|]`, "g"), "");
}

/** Puts hosts at the head of every list of exceptions, of variables and of a JVM. */
export function alsoBypassed(...hosts: readonly string[]): Change {
  return (text) =>
    text
      .replaceAll(/(?<=no_proxy="?)(?=[\d.])/gi, `${hosts.join()},`)
      .replaceAll(/(?<=nonProxyHosts=)/g, `${hosts.join("|")}|`);
}

/** Puts one text in the place of another, wherever it stands. */
export function replaced(from: string | RegExp, to: string): Change {
  return (text) => text.replaceAll(from, to);
}

/** Keeps the lines that match. */
export function onlyLines(pattern: RegExp): Change {
  return (text) =>
    text
      .split(/(?<=\n)/)
      .filter((line) => pattern.test(line))
      .join("");
}

/** One change of several files. */
export function inAll(change: Change, ...paths: readonly string[]): Changes {
  return Object.fromEntries(paths.map((path) => [path, change]));
}
