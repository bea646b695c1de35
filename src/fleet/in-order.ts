import { SEVERITIES } from "../model/finding.ts";
import type { FleetFinding } from "../model/fleet.ts";

/** Items by the code units of their keys, the same on every machine and in every locale. */
export function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((one, other) => compared(one.key, other.key))
    .map(({ item }) => item);
}

/** Names as people count: `nomad-2` before `nomad-10`. */
export function byName<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return inOrder(items, (item) => nameOf(item).replace(/\d{1,15}/g, (digits) => digits.padStart(15, "0")));
}

/** The heaviest first, and of one severity what stands on its own before what follows from it. */
export function heaviestFirst<T extends Pick<FleetFinding, "severity" | "follows">>(
  findings: readonly T[],
): readonly T[] {
  const rank = ({ severity, follows }: T) => SEVERITIES.indexOf(severity) * 2 + (follows ? 1 : 0);
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
