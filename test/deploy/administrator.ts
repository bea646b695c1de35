import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AUTHORITY } from "../network/company/base-files.ts";
import { BUCKET, GHE_NAME } from "../network/company/places.ts";
import type { Ended } from "../network/company/space.ts";
import { makeKey, serveSsh } from "../network/company/ssh-server.ts";
import { FLEET, FLEET_NAMES, type Fleet, type FleetName } from "./fleet.ts";

/** What an inventory tells of machines. */
export type Variables = Readonly<Record<string, unknown>>;

/** Somebody at the laptop who runs the playbook. */
export type Administrator = {
  /** Checks machines, of which the inventory tells more than their addresses. */
  readonly play: (
    names: readonly FleetName[],
    more?: Partial<Record<FleetName, Variables>>,
  ) => Promise<Ended>;
};

const PLAYBOOKS = fileURLToPath(new URL("../../deploy/ansible", import.meta.url));
/** Who the administrator is on the machines: a user who may become root. */
const LOGIN = "admin";
const USER = 2000;
const MOST_SECONDS = 180;

/** Where a machine may have programs that come before the usual ones. */
export const FIRST_PROGRAMS = "/mnt/bin";
const SUDOERS = `Defaults secure_path="${FIRST_PROGRAMS}:/usr/sbin:/usr/bin:/sbin:/bin"
root ALL=(ALL) ALL
${LOGIN} ALL=(ALL) NOPASSWD: ALL
`;

/** Lets an administrator in on every machine, by ssh and a key; `files` is where inventories are written to. */
export async function openAdministrator(
  fleet: Fleet,
  files: string,
  variables: Variables,
): Promise<Administrator> {
  const { laptop } = fleet.company.machines;
  await letIn(fleet);
  const inventory = join(files, "inventory.yml");
  const words = ["ansible-playbook", "-i", inventory, join(PLAYBOOKS, "check.yml")];
  const environment = ["HOME=/root", "LC_ALL=C.UTF-8", `ANSIBLE_CONFIG=${join(PLAYBOOKS, "ansible.cfg")}`];
  return {
    play: (names, more = {}) => {
      writeFileSync(inventory, inventoryOf(names, more, variables));
      return laptop.space.run(["env", "-C", "/root", ...environment, ...words], { seconds: MOST_SECONDS });
    },
  };
}

/** JSON is YAML too. */
function inventoryOf(
  names: readonly FleetName[],
  more: Partial<Record<FleetName, Variables>>,
  variables: Variables,
): string {
  const hosts = (chosen: readonly FleetName[]) => ({
    hosts: Object.fromEntries(chosen.map((name) => [name, { ansible_host: FLEET[name], ...more[name] }])),
  });
  const told = {
    ansible_user: LOGIN,
    proxy_doctor_services: FLEET.services,
    proxy_doctor_arguments: `--ghe ${GHE_NAME} --bucket ${BUCKET} --ca-file ${AUTHORITY} --timeout 20 --deadline 90`,
  };
  return JSON.stringify({
    services: hosts(names.filter((name) => name === "services")),
    nomad_clients: hosts(names.filter((name) => name !== "services")),
    all: { vars: { ...told, ...variables } },
  });
}

async function letIn({ company, machines }: Fleet): Promise<void> {
  const { laptop } = company.machines;
  const key = await makeKey(laptop);
  const known = await Promise.all(
    FLEET_NAMES.map(async (name) => {
      const machine = machines[name];
      machine.write({ "/etc/sudoers": SUDOERS });
      await machine.space.must(`
        chmod 440 /etc/sudoers
        echo "127.0.1.1 $(hostname)" >>/etc/hosts
        echo '${LOGIN}:x:${USER}:${USER}::/home/${LOGIN}:/bin/sh' >>/etc/passwd
        echo '${LOGIN}:*:19000:0:99999:7:::' >>/etc/shadow
        mkdir -p /home/${LOGIN}; chown ${USER}:${USER} /home/${LOGIN}
        # No Python is to be had there.
        for python in /usr/bin/python3*; do mount --bind /dev/null "$python"; done
      `);
      const { hostKey } = await serveSsh(machine, key);
      return `${FLEET[name]} ${hostKey}`;
    }),
  );
  laptop.write({ "/root/.ssh/known_hosts": known.join("") });
}
