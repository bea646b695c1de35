import { consoleMarks } from "../../probes/services-machine.ts";
import { hostInUrl } from "../model/host.ts";
import type { Target } from "../model/target.ts";
import type { Bastion, TunnelPort } from "../model/tunnel.ts";

/** Replicated's console. */
export const CONSOLE_PORT = 8800;
const SSH_PORT = 22;

const policy = { standard: "must-direct", corporate: "must-direct" } as const;

/** The console of a Services machine, by what it shows wherever it is met. */
export function consoleOf(services: string): Target {
  return {
    id: targetOf("console"),
    url: `https://${hostInUrl(services)}:${CONSOLE_PORT}/`,
    exchange: { kind: "http", method: "GET", headers: {} },
    marks: consoleMarks,
    policy,
    reason: "internal requests to the Services machine are to bypass the proxy",
  };
}

/** The same console at another end: a port of this machine, in front of a tunnel or not. */
export function consoleHere(console: Target, port: number): Target {
  return { ...console, id: targetOf("here"), url: `https://localhost:${port}/` };
}

/** An sshd that says who it is. */
export function sshdOf(port: "ssh" | "bastion", { host, port: number = SSH_PORT }: Bastion): Target {
  return {
    id: targetOf(port),
    url: `ssh://${hostInUrl(host)}:${number}`,
    exchange: { kind: "ssh-banner" },
    marks: [{ body: "^SSH-(2\\.0|1\\.99)-" }],
    policy,
    reason: "ssh knows no HTTP proxy by itself",
  };
}

/** The target that stands for a port. */
export function targetOf(port: TunnelPort): Target["id"] {
  return port === "here" || port === "bastion" ? `tunnel/${port}` : `services-machine/${port}`;
}
