import type { InstallationFlags } from "../model/installation.ts";
import type { Fake } from "./fake.ts";

/** A host of a world: the address that its name resolves to, and what listens there. */
export type Host = { readonly address: string; readonly fake: Fake };

/** Hosts by name; a host without a name stands under its address. */
export type Hosts = Readonly<Record<string, Host>>;

/**
 * What becomes of a connection: it `arrives` where the host listens, is `refused`, `vanishes` without a word,
 * or meets a `block-page` in the host's place.
 */
type Fate = "arrives" | "refused" | "vanishes" | "block-page";

/** The network as seen from one place: the hosts it can name, and how connections to them fare. */
export type View = {
  readonly hosts: Hosts;
  readonly fateOf: (host: string) => Fate;
};

/** An HTTP proxy, and what it asks of those who use it. */
type ProxyMachine = {
  readonly address: string;
  readonly port: number;
  readonly asksFor?: { readonly username: string; readonly password: string };
};

/** An installation with its machine and its network, described; `startWorld` makes it real on loopback. */
export type World = {
  /** What is wrong, or that nothing is, in one line. */
  readonly title: string;
  /** As on the command line. */
  readonly flags: InstallationFlags;
  /** Settings files: full path to text. */
  readonly files: Readonly<Record<string, string>>;
  /** What a program started on the machine inherits. */
  readonly environment: Readonly<Record<string, string>>;
  /** The machine's own addresses. */
  readonly addresses: readonly string[];
  readonly proxy: ProxyMachine;
  /** The network as the machine sees it, without the proxy's help. */
  readonly direct: View;
  /** The network as the proxy sees it. */
  readonly proxied: View;
};

/** The host that a view knows by this name, in whatever case. */
export function hostNamed({ hosts }: View, name: string): Host | undefined {
  const key = name.toLowerCase();
  return isAmong(hosts, key) ? hosts[key] : undefined;
}

/** Whether a name is one of these hosts'. */
export function isAmong(hosts: Hosts, name: string): boolean {
  return Object.hasOwn(hosts, name);
}
