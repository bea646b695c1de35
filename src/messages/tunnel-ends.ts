import type { PortSight, SshEnd, TunnelEnd } from "../model/tunnel.ts";
import { quoted, sentences } from "./phrases.ts";
import { sightWords } from "./tunnel-words.ts";

/** How an opened tunnel ended, why as far as it is known, and what to do. */
export function tunnelEndWords(end: TunnelEnd): string {
  const { wasUp, lastWords } = end;
  const said = lastWords.length === 0 ? "" : `its last words: ${lastWords.map(quoted).join(" ")}`;
  const hint = lastWords.map(hintFor).find((each) => each !== undefined) ?? "";
  switch (end.by) {
    case "request":
      return wasUp ? "The tunnel is closed." : "Stopped before the console had answered; ssh has ended.";
    case "ssh":
      return sentences(
        `the tunnel ${wasUp ? "has ended" : "was not opened"}: ssh ${endWords(end.end)}`,
        said,
        hint,
      );
    case "silence":
      return sentences(
        end.sight !== undefined && isListening(end.sight)
          ? `the console does not answer through the tunnel (${sightWords(end.sight)}), so it was closed again`
          : "the tunnel was not opened: ssh did not get there in time (--deadline), and was ended",
        said === "" ? "" : `ssh said: ${lastWords.map(quoted).join(" ")}`,
        hint,
      );
  }
}

function endWords(end: SshEnd): string {
  switch (end.kind) {
    case "exited":
      return `ended by itself, with status ${end.status}`;
    case "killed":
      return `was ended by ${end.signal}`;
    case "not-started":
      return `could not be started: ${end.why}`;
  }
}

/** ssh takes connections at the near end once it is logged in. */
function isListening({ state }: PortSight): boolean {
  return !(state.kind === "fails" && state.phase === "tcp");
}

/** What OpenSSH says, for which it has no numbers, and what to do about it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /Host key verification failed|host key is known/i,
    "The host's key is not known here, or another one than before: start the command by hand once, compare the fingerprint with the machine's own, and say yes only if it is the same",
  ],
  [
    /Permission denied|Too many authentication failures/i,
    "The machine does not take this key or user: name the key pair of the instance with --identity, and the user of its image with --user (ubuntu, ec2-user, centos, admin)",
  ],
  [
    /administratively prohibited/i,
    "The sshd there forbids forwarding: AllowTcpForwarding and PermitOpen in its sshd_config (a permitopen or restrict before the key in authorized_keys) have to allow the console's port of localhost",
  ],
  [
    /open failed: connect failed/i,
    "ssh got there, and nothing listens on the console's port of that machine: sudo service replicated-ui status",
  ],
  [/Address already in use|cannot listen to port/i, "Name another port of this machine with --local-port"],
  [
    /Could not resolve hostname|Connection timed out|Connection refused|No route to host|UNKNOWN port|closed by remote host/i,
    "What was measured above shows how far it could get",
  ],
];

function hintFor(line: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(line))?.[1];
}
