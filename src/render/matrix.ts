import { POLICIES } from "../messages/policies.ts";
import { groupBy } from "../model/group-by.ts";
import type { Report } from "../model/report.ts";
import { isConfigured, type Target, type Unconfigured } from "../model/target.ts";
import { pieceFor } from "./cells.ts";
import type { Cell, Column } from "./column.ts";
import { legend, type ProxyNames, proxiesOf, proxyNames } from "./proxy-names.ts";
import { unreadableLines } from "./reading.ts";
import type { Paint, Tone } from "./style.ts";
import { fitsWhole, tableLines } from "./table.ts";
import { wrapped } from "./text.ts";
import { waysTo } from "./ways.ts";

/** More proxies than this share one column. */
const MOST_PROXY_COLUMNS = 2;

/** The table of what every route did, where traffic should go and where it goes; below it what has no row. */
export function matrixLines(report: Report, width: number, paint: Paint): readonly string[] {
  const targets = report.targets.filter(isConfigured);
  const names = proxyNames(proxiesOf(report));
  const side = columnsFor(report, targets, names, sideBySide);
  const beside = names.size <= MOST_PROXY_COLUMNS && fitsWhole(side, width);
  const columns = beside || names.size < 2 ? side : columnsFor(report, targets, names, stacked);
  const noteLines = (note: string, tone: Tone) => wrapped(note, width).map((line) => paint(tone, line));
  return [
    ...(targets.length === 0 ? [] : tableLines(columns, width, paint)),
    ...[...legend(names), ...unconfiguredNote(report)].flatMap((note) => noteLines(note, "quiet")),
    ...unreadableLines(report, width, paint),
  ];
}

type ProxyColumns = (report: Report, targets: readonly Target[], names: ProxyNames) => readonly Column[];

function columnsFor(
  report: Report,
  targets: readonly Target[],
  names: ProxyNames,
  through: ProxyColumns,
): readonly Column[] {
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

const sideBySide: ProxyColumns = (report, targets, names) =>
  [...names].map(([proxy, name]) => ({
    heading: name.startsWith("proxy ") ? name : `proxy ${name}`,
    cells: targets.map(({ id }) => [pieceFor(report, id, proxy)]),
  }));

const stacked: ProxyColumns = (report, targets, names) => [
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

function unconfiguredNote({ targets }: Report): readonly string[] {
  const missing = unconfigured(targets);
  return missing.length === 0 ? [] : [`not configured: ${missing.join(", ")}`];
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
