import { hostInUrl } from "../model/host.ts";
import type { Bastion, TunnelAdvice } from "../model/tunnel.ts";
import { helperWords, percentDoubled } from "./helpers.ts";
import { shellLine } from "./shell-line.ts";

/** What the command line of ssh is made of. */
export type SshCall = Pick<TunnelAdvice, "services" | "consolePort" | "bastion" | "identity" | "way"> & {
  readonly user: string;
  readonly sshPort?: number;
  readonly localPort: number;
  /** Where the tunnel comes out, as the Services machine sees it. */
  readonly exit: string;
  /** How this program is started for a `ProxyCommand`. */
  readonly own: readonly string[];
};

/** The words of the ssh that makes the tunnel, beginning with `ssh`. */
export function sshWords(call: SshCall): readonly string[] {
  const { services, user, sshPort, localPort, exit, identity, consolePort } = call;
  return [
    "ssh",
    "-N",
    "-L",
    `${localPort}:${hostInUrl(exit)}:${consolePort}`,
    ...(sshPort === undefined ? [] : ["-p", String(sshPort)]),
    ...(identity === undefined ? [] : ["-i", identity]),
    ...hopWords(call),
    `${user}@${services}`,
  ];
}

function hopWords({ bastion, way, own }: SshCall): readonly string[] {
  const through = way.kind === "proxy" ? shellLine(helperWords(way.helper, way.proxy, own)) : undefined;
  if (bastion === undefined) return through === undefined ? [] : proxyCommand(through);
  // Of -J and ProxyCommand ssh heeds only the first, so the way to the bastion is an ssh of its own then.
  return through === undefined
    ? ["-J", jumpOf(bastion)]
    : proxyCommand(shellLine(bastionWords(bastion, through)));
}

function bastionWords({ host, user, port }: Bastion, through: string): readonly string[] {
  return [
    "ssh",
    "-W",
    "[%h]:%p",
    ...(port === undefined ? [] : ["-p", String(port)]),
    // What is meant for the inner ssh passes the outer one first.
    ...proxyCommand(percentDoubled(through)),
    user === undefined ? host : `${user}@${host}`,
  ];
}

function jumpOf({ host, user, port }: Bastion): string {
  return `${user === undefined ? "" : `${user}@`}${hostInUrl(host)}${port === undefined ? "" : `:${port}`}`;
}

function proxyCommand(line: string): readonly string[] {
  return ["-o", `ProxyCommand=${line}`];
}
