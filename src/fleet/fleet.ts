import { FLEET_VERSION, type Fleet, type FleetHost, type LeftOut, type Repeated } from "../model/fleet.ts";
import { findingsOn, proxiesUsed, sharedIdentities, versionsUsed } from "./across.ts";
import type { Glance } from "./glance.ts";
import { groupsOf, type MemberGroup } from "./groups.ts";
import { byName, inOrder } from "./in-order.ts";
import { type Member, membersOf } from "./members.ts";

/**
 * What many machines' reports come to, whatever the order in which they were taken in. Behaviours that are equal are
 * one value.
 */
export function fleetOf(
  glances: readonly Glance[],
  repeated: readonly Repeated[],
  leftOut: readonly LeftOut[],
): Fleet {
  const { members, superseded } = membersOf(glances);
  const groups = groupsOf(members);
  return {
    schemaVersion: FLEET_VERSION,
    summary: summaryOf(members, groups),
    groups: groups.map(({ group }) => group),
    hosts: hostsOf(groups),
    findings: findingsOn(members),
    sharedIdentities: sharedIdentities(members),
    proxies: proxiesUsed(members),
    versions: versionsUsed(members),
    superseded,
    repeated: inOrder(repeated, ({ file, sameAs }) => `${sameAs} ${file}`),
    leftOut: inOrder(leftOut, ({ file, why }) => `${file} ${why}`),
  };
}

function summaryOf(members: readonly Member[], groups: readonly MemberGroup[]): Fleet["summary"] {
  const count = (holds: (glance: Glance) => boolean) => members.filter(({ glance }) => holds(glance)).length;
  const odd = groups.filter(({ group }) => group.differs !== undefined);
  return {
    hosts: members.length,
    fine: count(({ errors, warnings, incomplete }) => errors + warnings === 0 && !incomplete),
    withErrors: count(({ errors }) => errors > 0),
    withWarnings: count(({ errors, warnings }) => errors === 0 && warnings > 0),
    odd: odd.reduce((total, { members: some }) => total + some.length, 0),
    incomplete: count(({ incomplete }) => incomplete),
  };
}

function hostsOf(groups: readonly MemberGroup[]): readonly FleetHost[] {
  const hosts = groups.flatMap(({ group, members }) =>
    members.map(({ name, glance }): FleetHost => {
      const { file, startedAt, toolVersion, errors, warnings, proxies, programs, identities } = glance;
      return {
        ...{ name, file, startedAt, toolVersion, group: group.id, errors, warnings, proxies, programs },
        ...(glance.serverVersion === undefined ? {} : { serverVersion: glance.serverVersion }),
        identities,
        ...(glance.incomplete ? { incomplete: true } : {}),
      };
    }),
  );
  return byName(hosts, ({ name }) => name);
}
