import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import { FAILURE_MEANINGS, FAILURES } from "./failures.ts";
import type { FindingWords } from "./finding-words.ts";
import { listed, sentences } from "./phrases.ts";

/** Ports of the Services machine that a Nomad client cannot open. */
export function portClosed(args: FindingArgs["port-closed"]): FindingWords {
  const { hosts, ports, components, failure } = args;
  const those = `${ports.length === 1 ? "port" : "ports"} ${listed(ports.map(String))}`;
  return {
    what: `${theComponents(components)} cannot open ${those} of the Services machine ${listed(hosts)} (${FAILURES[failure]}).`,
    why: sentences(
      FAILURE_MEANINGS[failure],
      "The Nomad client calls these ports direct; no proxy serves them",
    ),
    remedy:
      failure === "refused"
        ? `See that the services run there (replicatedctl app status), then that no firewall rejects ${those}.`
        : `Open ${those} of the Services machine to this Nomad client: its security group, and the network ACLs and routes between them.`,
  };
}

/** The console, and the way around by ssh. */
export function consoleUnreachable(args: FindingArgs["console-unreachable"]): FindingWords {
  const { host, failure } = args;
  // The name in the middle is looked up on the Services machine.
  const tunnel = `Run ssh -N -L 8800:localhost:8800 ubuntu@${host} and open https://localhost:8800 while it runs; ssh needs port 22 of ${host} only. Run proxy-doctor tunnel --services ${host} where port 22 is closed or 8800 taken: it finds the way, and opens it with --open.`;
  return {
    what: `The console on port 8800 of ${host} cannot be opened from here (${FAILURES[failure]}).`,
    why: sentences(
      FAILURE_MEANINGS[failure],
      "Many networks close this port on purpose, and no proxy opens tunnels to it",
    ),
    before: tunnel,
    remedy: tunnel,
  };
}
