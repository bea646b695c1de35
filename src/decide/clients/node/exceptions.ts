import type { NodeTarget } from "./url.ts";

/** One entry of a `no_proxy` value: as it is written, and taken apart. `port` 0 stands for every port. */
export type NodeEntry = { readonly written: string; readonly name: string; readonly port: number };

/** The entries of a list: commas and any white space part them, digits after the last colon are a port. */
export function nodeEntries(list: string): readonly NodeEntry[] {
  return list
    .split(/[,\s]/)
    .filter((written) => written !== "")
    .map((written) => {
      const [, name = written, port = "0"] = /^(.+):(\d+)$/.exec(written) ?? [];
      return { written, name: name.toLowerCase(), port: Number(port) };
    });
}

/** Whether an entry is meant for the port that a URL names or implies. */
export function isForPort({ port }: NodeEntry, target: NodeTarget): boolean {
  return port === 0 || port === target.port;
}

/**
 * The entry that spares a target by the rules of proxy-from-env, which undici kept until 7.21: a plain name
 * means that host alone, one that begins with `.` or `*` is the end of a host, so that `*` covers every host
 * and `*example.com` covers `notexample.com`.
 */
export function wildcardException(list: string, target: NodeTarget): string | undefined {
  if (list === "*") return list;
  return nodeEntries(list).find((entry) => isForPort(entry, target) && endsWith(entry.name, target.host))
    ?.written;
}

function endsWith(name: string, host: string): boolean {
  return /^[.*]/.test(name) ? host.endsWith(name.replace(/^\*/, "")) : host === name;
}
