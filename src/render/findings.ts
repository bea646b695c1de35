import { wordsForReasons } from "../messages/because.ts";
import { wordsForConsequences } from "../messages/consequences.ts";
import { wordsFor } from "../messages/findings.ts";
import { placeLines } from "../messages/place-lines.ts";
import { decisionId } from "../model/decision.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import type { Report } from "../model/report.ts";
import { endpointOf, isConfigured } from "../model/target.ts";
import { diffLines } from "./diff.ts";
import { fixedBesides, fixLines, isFor, isWorthMaking, triedLines, unmended } from "./fixes.ts";
import type { Paint, Tone } from "./style.ts";
import { indented, labelled, wrapped } from "./text.ts";
import type { Told } from "./told.ts";

const INDENT = 2;
const TONES: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", info: "quiet" };

/** One finding with what follows from it: what, why, and what to do. Only lines of diffs may exceed `width`. */
export function findingLines(report: Report, told: Told, width: number, paint: Paint): readonly string[] {
  const { finding, consequences } = told;
  const { what, why } = wordsFor(finding);
  const fixes = report.fixes.filter(({ findings }) => findings.includes(finding.id));
  const helping = fixes.filter((fix) => isWorthMaking(fix) && isFor(fix, finding));
  const besides = fixes.filter((fix) => isWorthMaking(fix) && !isFor(fix, finding));
  const left = besides.length === 0 ? unmended(finding, helping) : undefined;
  const room = width - INDENT;
  const body = [
    ...wrapped(what, room).map((line) => paint("strong", line)),
    ...labelled("at", placeLines(finding), room),
    ...labelled("why", [why].filter(Boolean), room),
    ...labelled("cause", reasonsFor(report, finding), room),
    ...labelled("so", wordsForConsequences(consequences), room),
    ...helping.flatMap((fix) => fixLines(fix, finding, room, paint)),
    ...besides.flatMap((fix) => fixedBesides(fix, room)),
    ...(left === undefined
      ? []
      : [
          ...labelled("do", [wordsFor(left).remedy], room),
          ...labelled("where", endpointsOf(report, left), room),
        ]),
    ...fixes.filter((fix) => !isWorthMaking(fix)).flatMap((fix) => triedLines(fix, room)),
  ];
  const title = paint(TONES[finding.severity], `${finding.severity.toUpperCase()} ${finding.code}`);
  return [title, ...indented(body, INDENT), ...helping.flatMap(({ diff }) => diffLines(diff, paint))];
}

const ASKS_FOR_A_WAY: ReadonlySet<Finding["code"]> = new Set([
  "target-timing-out",
  "target-unreachable",
  "proxy-denies-target",
  "block-page",
  "tls-interception",
]);

const IS_OF_WAYS: ReadonlySet<Finding["code"]> = new Set([
  "misrouted-to-proxy",
  "misrouted-direct",
  "avoidable-proxying",
  "bypass-missing",
  "components-disagree",
]);

/** Host and port of each target that somebody is to open a way to. */
function endpointsOf({ targets }: Report, { code, args }: Finding): readonly string[] {
  if (!ASKS_FOR_A_WAY.has(code) || !("targets" in args)) return [];
  const concerned = targets.filter(isConfigured).filter(({ id }) => args.targets.includes(id));
  const endpoints = groupBy(concerned, ({ url }) => endpointText(url));
  return [...endpoints].map(([endpoint, same]) => `${endpoint} (${same.map(({ id }) => id).join(", ")})`);
}

function endpointText(url: string): string {
  const { host, port } = endpointOf(url);
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** What chose the way, for findings about a way: the setting and entry behind each decision they rest on. */
function reasonsFor({ decisions }: Report, { code, evidence }: Finding): readonly string[] {
  if (!IS_OF_WAYS.has(code)) return [];
  return wordsForReasons(decisions.filter((decision) => evidence.includes(decisionId(decision))));
}
