import { consoleMarks } from "../../probes/services-machine.ts";
import { hostInUrl } from "../model/host.ts";
import type { Target } from "../model/target.ts";
import type { Bastion } from "../model/tunnel.ts";

/** Where Replicated's console listens, unless its installer was told otherwise (`ui-bind-port`). */
export const CONSOLE_PORT = 8800;
const SSH_PORT = 22;

const policy = { standard: "must-direct", corporate: "must-direct" } as const;

/** The console of a Services machine, by what it shows wherever it is met. */
export function consoleOf(services: string, port: number): Target {
  return {
    id: "services-machine/console",
    url: `https://${hostInUrl(services)}:${port}/`,
    exchange: { kind: "http", method: "GET", headers: {} },
    marks: consoleMarks,
    policy,
    reason: "internal requests to the Services machine are to bypass the proxy",
  };
}

/** The same console at another end: a port of this machine, in front of a tunnel or not. */
export function consoleHere(elsewhere: Target, port: number): Target {
  return { ...elsewhere, id: "tunnel/here", url: `https://localhost:${port}/` };
}

/** An sshd that says who it is. */
export function sshdOf(port: "ssh" | "bastion", { host, port: number = SSH_PORT }: Bastion): Target {
  return {
    id: `tunnel/${port}`,
    url: `ssh://${hostInUrl(host)}:${number}`,
    exchange: { kind: "ssh-banner" },
    marks: [{ body: "^SSH-(2\\.0|1\\.99)-" }],
    policy,
    reason: "ssh knows no HTTP proxy by itself",
  };
}
