import type { FleetCell, FleetFinding, FleetGroup, GroupDifference } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import { ROLES } from "../model/installation.ts";
import type { TargetId } from "../model/target.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Glance } from "./glance.ts";
import { heaviestFirst } from "./in-order.ts";
import type { Member } from "./members.ts";
import { settingsBeside } from "./setting-differences.ts";

/** A group, and its machines. */
export type MemberGroup = { readonly group: FleetGroup; readonly members: readonly Member[] };

/** Machines that behave alike: by role, of each what most of them do first, then what is worst. */
export function groupsOf(members: readonly Member[]): readonly MemberGroup[] {
  return ROLES.flatMap((role) => {
    const ofRole = members.filter(({ glance }) => glance.behaviour.role === role);
    const alike = [...groupBy(ofRole, ({ glance }) => glance.behaviour).values()];
    const [usual, ...odd] = alike.toSorted(
      (one, other) => other.length - one.length || weight(one) - weight(other),
    );
    if (usual === undefined) return [];
    const worstFirst = odd.toSorted((one, other) => weight(other) - weight(one));
    const compare = comparingWith(`${role}/1`, usual);
    return [
      { group: groupOf(`${role}/1`, usual), members: usual },
      ...worstFirst.map((some, at) => {
        const group = groupOf(`${role}/${at + 2}`, some);
        return { group: { ...group, differs: compare(some) }, members: some };
      }),
    ];
  });
}

/** How bad it is what machines do that behave alike. */
function weight([first]: readonly Member[]): number {
  return first === undefined ? 0 : Math.min(first.glance.errors, 1e6) * 1e6 + first.glance.warnings;
}

function groupOf(id: string, members: readonly Member[]): FleetGroup {
  const { behaviour, whats } = firstIn(members);
  const { findings, ...does } = behaviour;
  const sentences = new Map(whats);
  const told = findings.map((each): FleetFinding => ({ ...each, what: sentences.get(each.code) ?? "" }));
  return {
    id,
    ...does,
    hosts: members.map(({ name }) => name),
    findings: heaviestFirst(told),
  };
}

/** Tells in what machines differ from those of the group that is named. */
function comparingWith(
  id: string,
  usual: readonly Member[],
): (members: readonly Member[]) => GroupDifference {
  const there = firstIn(usual).behaviour;
  const codes = codesOf(there);
  const differences = settingsBeside(usual);
  return (members) => {
    const here = firstIn(members).behaviour;
    const targets = differingTargets(here.cells, there.cells);
    return {
      from: id,
      targets,
      found: codesOf(here).filter((code) => !codes.includes(code)),
      notFound: codes.filter((code) => !codesOf(here).includes(code)),
      settings: differences(members, targets),
    };
  };
}

/** The report of the first of some machines; of a group that behaves alike, each tells how. */
function firstIn([first]: readonly Member[]): Glance {
  if (first === undefined) throw new Error("a group without a machine");
  return first.glance;
}

function codesOf({ findings }: Behaviour) {
  return findings.map(({ code }) => code);
}

function differingTargets(here: readonly FleetCell[], there: readonly FleetCell[]): readonly TargetId[] {
  const texts = (cells: readonly FleetCell[]) =>
    new Map(cells.map((cell) => [cell.target, JSON.stringify(cell)]));
  const [mine, usual] = [texts(here), texts(there)];
  const all = [...new Set([...here, ...there].map(({ target }) => target))];
  return all.filter((target) => mine.get(target) !== usual.get(target));
}
