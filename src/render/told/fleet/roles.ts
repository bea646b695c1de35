import { counted } from "../../../messages/phrases.ts";
import { ROLE_NAMES } from "../../../messages/policies.ts";
import type { Fleet, FleetGroup } from "../../../model/fleet.ts";
import { groupBy } from "../../../model/group-by.ts";
import type { Role } from "../../../model/installation.ts";

/** Machines of one role: the group that the others are compared with, and these, the worst first. */
export type FleetRole = {
  readonly role: Role;
  /** `Nomad clients: 12 machines, 11 of them alike`. */
  readonly title: string;
  readonly usual: FleetGroup;
  readonly odd: readonly FleetGroup[];
  /** Of more odd ones than can be told one by one, those that are not told. */
  readonly untold: readonly FleetGroup[];
};

const PLURALS: Readonly<Record<Role, string>> = {
  services: "Services machines",
  "nomad-client": "Nomad clients",
  workstation: "workstations",
};

/** Groups of one role, besides the usual one, that are told one by one. */
const MOST_GROUPS = 12;

/** The groups of a fleet, by role. */
export function rolesOf({ groups }: Pick<Fleet, "groups">): readonly FleetRole[] {
  return [...groupBy(groups, ({ role }) => role)].flatMap(([role, [usual, ...others]]) =>
    usual === undefined ? [] : [roleOf(role, usual, others)],
  );
}

function roleOf(role: Role, usual: FleetGroup, others: readonly FleetGroup[]): FleetRole {
  const [odd, untold] = [others.slice(0, MOST_GROUPS), others.slice(MOST_GROUPS)];
  return { role, title: titleOf(role, usual, others), usual, odd, untold };
}

/** `11 Nomad clients`. */
export function countedRole(role: Role, count: number): string {
  return counted(count, ROLE_NAMES[role], PLURALS[role]);
}

function titleOf(role: Role, usual: FleetGroup, odd: readonly FleetGroup[]): string {
  const all = machinesIn([usual, ...odd]);
  const alike = usual.hosts.length;
  if (all === 1) return countedRole(role, 1);
  if (odd.length === 0) return `${countedRole(role, all)}, all alike`;
  return alike === 1
    ? `${countedRole(role, all)}, no two of them alike`
    : `${countedRole(role, all)}, ${alike} of them alike`;
}

/** How many machines some groups have. */
export function machinesIn(groups: readonly FleetGroup[]): number {
  return groups.reduce((total, { hosts }) => total + hosts.length, 0);
}

/** What a table calls a group: by the name of its only machine, or by how many there are. */
export function groupName({ hosts, id, differs }: FleetGroup): string {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return only;
  if (differs === undefined) return `${hosts.length} alike`;
  return `${hosts.length} as ${only ?? id}`;
}
