import { counted } from "../../../messages/phrases.ts";
import { EGRESS } from "../../../messages/policies.ts";
import type { FleetFinding, FleetGroup } from "../../../model/fleet.ts";
import { type ToldDifference, toldDifference } from "./differences.ts";
import { foldedNames } from "./names.ts";
import type { FleetRole } from "./roles.ts";

/** All that is told of one group besides its column. */
export type GroupAccount = {
  readonly title: string;
  readonly hosts: string;
  readonly findings: readonly FleetFinding[];
  /** How many follow from those. */
  readonly following: number;
  /** What stands instead of differences where there are none, or beside them. */
  readonly remarks: readonly string[];
  readonly differences: readonly ToldDifference[];
  /** How many more differences there are. */
  readonly more: number;
};

const MOST_NAMES = 12;
const MOST_DIFFERENCES = 5;

/** What a group finds, and in what it differs from the usual one of its role. */
export function groupAccount({ usual }: FleetRole, group: FleetGroup): GroupAccount {
  const roots = rootsIn(group);
  const settings = group.differs?.settings ?? [];
  const shown = settings.slice(0, MOST_DIFFERENCES).map(toldDifference);
  return {
    title: titleOf(usual, group),
    hosts: foldedNames(group.hosts, MOST_NAMES),
    findings: roots,
    following: group.findings.length - roots.length,
    remarks: remarksOn(usual, group),
    differences: shown,
    more: settings.length - shown.length,
  };
}

/** What is found in a group and follows from nothing else. */
export function rootsIn({ findings }: FleetGroup): readonly FleetFinding[] {
  return findings.filter(({ follows }) => follows !== true);
}

function titleOf(usual: FleetGroup, { hosts, differs }: FleetGroup): string {
  const [only = ""] = hosts;
  const name = hosts.length === 1 ? only : counted(hosts.length, "machine");
  if (differs === undefined) return hosts.length === 1 ? name : `${name} alike`;
  const than = usual.hosts.length === 1 ? `${usual.hosts[0]}` : `the ${usual.hosts.length} alike`;
  return `${name}, unlike ${than}`;
}

function remarksOn(usual: FleetGroup, { differs, judges, egress }: FleetGroup): readonly string[] {
  if (differs === undefined) return [];
  const alike = differs.settings.length === 0;
  return [
    ...(judges === usual.judges
      ? []
      : [
          judges === "settings"
            ? "only its settings were judged (lint)"
            : "its traffic was measured, and theirs was not",
        ]),
    ...(egress === usual.egress
      ? []
      : [`it was judged for ${EGRESS[egress]}, and they for ${EGRESS[usual.egress]}`]),
    ...(alike ? ["no setting differs: look at the network, the proxy, and what was named to the check"] : []),
    ...(differs.notFound.length === 0 ? [] : [`not found here, and there: ${differs.notFound.join(", ")}`]),
  ];
}
