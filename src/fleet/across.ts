import { heaviestOf } from "../model/finding.ts";
import type { FoundOn, SharedIdentity, Usage } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import { heaviestFirst, inOrder } from "./in-order.ts";
import type { Member } from "./members.ts";

/** What is found on some machines: errors first, then what stands on its own, then what most of them have. */
export function findingsOn(members: readonly Member[]): readonly FoundOn[] {
  const found = members.flatMap((member) =>
    member.glance.behaviour.findings.map((finding) => ({ finding, member })),
  );
  const byCode = [...groupBy(found, ({ finding }) => finding.code)].map(([code, same]): FoundOn => {
    const severity = heaviestOf(same.map(({ finding }) => finding.severity));
    const first = same.find(({ finding }) => finding.severity === severity);
    const follows = same.every(({ finding }) => finding.follows === true);
    const what = first?.member.glance.whats.find(([each]) => each === code)?.[1] ?? "";
    return {
      ...{ code, severity: severity ?? "info", what },
      ...(follows ? { follows } : {}),
      hosts: same.map(({ member }) => member.name),
    };
  });
  const ordered = inOrder(byCode, ({ code }) => code).toSorted(
    (one, other) => other.hosts.length - one.hosts.length,
  );
  return heaviestFirst(ordered);
}

/** Instances that at least two machines are told they are. */
export function sharedIdentities(members: readonly Member[]): readonly SharedIdentity[] {
  const told = members.flatMap(({ name, glance }) =>
    glance.identities.map(({ instanceId, ...way }) => ({ instanceId, host: name, ...way })),
  );
  const shared = [...groupBy(told, ({ instanceId }) => instanceId)].flatMap(([instanceId, same]) =>
    new Set(same.map(({ host }) => host)).size < 2
      ? []
      : [{ instanceId, told: same.map(({ instanceId: _, ...each }) => each) }],
  );
  return inOrder(shared, ({ instanceId }) => instanceId);
}

/** Proxies that some component goes through, those of most machines first. */
export function proxiesUsed(members: readonly Member[]): readonly Usage[] {
  return usages(members, ({ glance }) => glance.proxies);
}

/** Versions of programs, by program. */
export function versionsUsed(members: readonly Member[]): readonly Usage[] {
  const used = usages(members, ({ glance }) => {
    const { programs, serverVersion, toolVersion } = glance;
    return [
      ...Object.entries(programs).map(([name, version]) => `${name} ${version}`),
      ...(serverVersion === undefined ? [] : [`CircleCI Server ${serverVersion}`]),
      `proxy-doctor ${toolVersion}`,
    ];
  });
  return inOrder(used, ({ name }) => name.replace(/ \S*$/, ""));
}

function usages(
  members: readonly Member[],
  namesOf: (member: Member) => readonly string[],
): readonly Usage[] {
  const used = members.flatMap((member) => namesOf(member).map((name) => ({ name, host: member.name })));
  const byUse = [...groupBy(used, ({ name }) => name)].map(([name, same]) => ({
    name,
    hosts: same.map(({ host }) => host),
  }));
  return inOrder(byUse, ({ name }) => name).toSorted((one, other) => other.hosts.length - one.hosts.length);
}
