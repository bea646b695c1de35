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
`;

/**
 * Starts a real sshd on the Services machine, which lets the keys in that the laptop has in /root/.ssh; the laptop knows
 * the machine by its key. Gives what ends it.
 */
export async function startSsh(services: Machine, laptop: Machine): Promise<() => Promise<void>> {
  const generate = (path: string) => `ssh-keygen -q -t ed25519 -N '' -f ${path}`;
  services.touched();
  laptop.touched();
  services.write({ [`${FOLDER}/config`]: CONFIG });
  await services.space.must(`mkdir -p /run/sshd; ${generate(`${FOLDER}/host`)}`);
  await laptop.space.must(`mkdir -p -m 700 /root/.ssh; ${generate("/root/.ssh/id_ed25519")}`);
  services.write({ [`${FOLDER}/allowed`]: laptop.read("/root/.ssh/id_ed25519.pub") });
  laptop.write({ "/root/.ssh/known_hosts": `${MACHINES.services} ${services.read(`${FOLDER}/host.pub`)}` });
  const slot = slotFor(services.space, 22);
  await slot.fill(["/usr/sbin/sshd", "-D", "-e", "-f", `${FOLDER}/config`]);
  return () => slot.fill(undefined);
}
