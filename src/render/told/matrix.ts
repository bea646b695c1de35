import { POLICIES } from "../../messages/policies.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import { isConfigured, type Target, type Unconfigured } from "../../model/target.ts";
import { pieceFor } from "./cells.ts";
import { legend, type ProxyNames } from "./proxy-names.ts";
import type { Cell, Column } from "./table.ts";
import { waysTo } from "./ways.ts";

/** The table of what every route did, where traffic should go and where it goes; no rows where there is no target. */
export function matrixColumns(report: Report, names: ProxyNames, through: ProxyColumns): readonly Column[] {
  const targets = report.targets.filter(isConfigured);
  const cells = (make: (target: Target) => Cell) => targets.map(make);
  return [
    {
      heading: "target",
      cells: cells(({ id }) => [{ tone: "plain", text: id }]),
      breakAfter: "/",
    },
    { heading: "direct", cells: cells(({ id }) => [pieceFor(report, id, "direct")]) },
    ...through(report, targets, names),
    {
      heading: "should go",
      cells: cells((target) => [{ tone: "plain", text: wanted(report, target) }]),
    },
    { heading: "goes", cells: cells(({ id }) => waysTo(report, id, names)) },
  ];
}

/** What stands below the table: what its numbers stand for, and what has no row. */
export function wordsBelowMatrix({ targets }: Report, names: ProxyNames): readonly string[] {
  const missing = unconfigured(targets);
  const note = missing.length === 0 ? [] : [`not configured: ${missing.join(", ")}`];
  return [...legend(names), ...note];
}

/** How several proxies share the table. */
type ProxyColumns = (report: Report, targets: readonly Target[], names: ProxyNames) => readonly Column[];

/** A column for each proxy. */
export const sideBySide: ProxyColumns = (report, targets, names) =>
  [...names].map(([proxy, name]) => ({
    heading: name.startsWith("proxy ") ? name : `proxy ${name}`,
    cells: targets.map(({ id }) => [pieceFor(report, id, proxy)]),
  }));

/** One column for all proxies, a line for each. */
export const stacked: ProxyColumns = (report, targets, names) => [
  {
    heading: "through each proxy",
    cells: targets.map(({ id }) =>
      [...names].map(([proxy, name]) => {
        const { tone, text } = pieceFor(report, id, proxy);
        return { tone, text: `${text} ${name}` };
      }),
    ),
  },
];

function wanted({ installation }: Report, target: Target): string {
  return POLICIES[target.policy[installation.egress]];
}

/** Targets that this installation lacks; a whole probe of them as `<probe>/*`. */
function unconfigured(targets: readonly (Target | Unconfigured)[]): readonly string[] {
  const probeOf = ({ id }: { readonly id: string }) => id.split("/")[0] ?? "";
  const lacking = targets.filter((target): target is Unconfigured => !isConfigured(target));
  const same = groupBy(lacking, (target) => `${probeOf(target)} ${target.unconfigured}`);
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const whole = targets.filter((target) => probeOf(target) === probeOf(first)).length === group.length;
    const names = whole && group.length > 1 ? `${probeOf(first)}/*` : group.map(({ id }) => id).join(", ");
    return [`${names} (${first.unconfigured})`];
  });
}
