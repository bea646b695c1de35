import { MACHINES } from "../company/places.ts";
import type { Plan } from "../company/plan.ts";
import { startSsh } from "../company/ssh-server.ts";
import { chapter } from "./story.ts";

const CONSOLE_LOST = `ip saddr ${MACHINES.laptop} ip daddr ${MACHINES.services} tcp dport 8800 drop`;
const SSH_LOST = `ip saddr ${MACHINES.laptop} ip daddr ${MACHINES.services} tcp dport 22 drop`;

/** Packets for the Services machine that are lost, where it has an SSH server. */
const lost = (...faults: readonly string[]): Plan => ({
  firewall: { faults },
  last: ({ machines }) => startSsh(machines.services, machines.laptop),
});
const told = {
  on: "laptop",
  words: ["--only", "services-machine"],
  says: ["console-unreachable services-machine/console (needs-network-team)"],
} as const;

export const CONSOLE = chapter("the console on port 8800", [
  { name: "is dropped for the laptop, with port 22 open", plan: lost(CONSOLE_LOST), ...told },
  {
    name: "and port 22 are dropped for the laptop, and the proxy reaches both",
    plan: lost(CONSOLE_LOST, SSH_LOST),
    ...told,
  },
]);
