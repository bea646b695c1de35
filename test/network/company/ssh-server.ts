import type { Machine } from "./machine.ts";
import { MACHINES } from "./places.ts";
import { slotFor } from "./slot.ts";

const FOLDER = "/mnt/ssh";
const CONFIG = `
ListenAddress 0.0.0.0
HostKey ${FOLDER}/host
AuthorizedKeysFile ${FOLDER}/allowed
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
Subsystem sftp internal-sftp
`;

/**
 * Starts a real sshd on the Services machine, which lets the keys in that the laptop has in /root/.ssh; the laptop knows
 * the machine by its key. Gives what ends it.
 */
export async function startSsh(services: Machine, laptop: Machine): Promise<() => Promise<void>> {
  const key = await makeKey(laptop);
  const { hostKey, end } = await serveSsh(services, key);
  laptop.write({ "/root/.ssh/known_hosts": `${MACHINES.services} ${hostKey}` });
  return end;
}

/** Makes the key of root's on a machine, and gives its public half. */
export async function makeKey(machine: Machine): Promise<string> {
  machine.touched();
  await machine.space.must(`mkdir -p -m 700 /root/.ssh; ${generate("/root/.ssh/id_ed25519")}`);
  return machine.read("/root/.ssh/id_ed25519.pub");
}

/** Starts a real sshd on a machine for whoever has a key; gives the key by which it is known, and what ends it. */
export async function serveSsh(
  machine: Machine,
  allowed: string,
): Promise<{ readonly hostKey: string; readonly end: () => Promise<void> }> {
  machine.touched();
  machine.write({ [`${FOLDER}/config`]: CONFIG, [`${FOLDER}/allowed`]: allowed });
  await machine.space.must(`mkdir -p /run/sshd; ${generate(`${FOLDER}/host`)}`);
  const slot = slotFor(machine.space, 22);
  await slot.fill(["/usr/sbin/sshd", "-D", "-e", "-f", `${FOLDER}/config`]);
  return { hostKey: machine.read(`${FOLDER}/host.pub`), end: () => slot.fill(undefined) };
}

const generate = (path: string) => `ssh-keygen -q -t ed25519 -N '' -f ${path}`;
