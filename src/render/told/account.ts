import { wordsForReasons } from "../../messages/because.ts";
import { wordsForConsequences } from "../../messages/consequences.ts";
import { wordsFor } from "../../messages/findings.ts";
import { isTyped } from "../../messages/patches.ts";
import { sentence } from "../../messages/phrases.ts";
import { placeLines } from "../../messages/place-lines.ts";
import { decisionId } from "../../model/decision.ts";
import { type Finding, SEVERITIES } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import { endpointText, targetsAmong } from "./endpoints.ts";
import { fixedBesides, fixNotes, isFor, isVain, isWorthMaking, triedNotes, unmended } from "./fixes.ts";
import type { Told } from "./in-order.ts";
import type { Note } from "./note.ts";
import { remedyNotes } from "./remedy.ts";
import { wordsForSeen } from "./seen.ts";

/** All that is told of one finding and of what follows from it, in the order in which it is told. */
export type Account = {
  readonly finding: Finding;
  /** One sentence: what goes wrong. */
  readonly what: string;
  readonly notes: readonly Note[];
  /** Of the fixes for it that are worth making: unified diffs, none of them empty. */
  readonly diffs: readonly string[];
};

/** One finding with what follows from it: what, why, and what to do. */
export function accountOf(report: Report, { finding, consequences }: Told): Account {
  const { what, why } = wordsFor(finding);
  const fixes = report.fixes.filter(({ findings }) => findings.includes(finding.id));
  const helping = fixes.filter((fix) => isWorthMaking(fix) && isFor(fix, finding));
  const besides = fixes.filter((fix) => isWorthMaking(fix) && !isFor(fix, finding));
  const left = besides.length === 0 ? unmended(finding, helping) : undefined;
  const notes: readonly Note[] = [
    { label: "at", texts: placeLines(finding) },
    { label: "why", texts: [why].filter(Boolean) },
    { label: "seen", texts: wordsForSeen(report, finding).map(sentence) },
    { label: "cause", texts: reasonsFor(report, finding) },
    { label: "so", texts: wordsForConsequences(finding, consequences) },
    ...helping.flatMap((fix) => fixNotes(report, fix, finding, toldLater(report, fix, finding))),
    ...besides.map(fixedBesides),
    ...(left === undefined ? [] : leftNotes(report, left)),
    ...fixes.filter(isVain).flatMap(triedNotes),
  ];
  return {
    finding,
    what,
    notes: notes.filter(({ texts }) => texts.length > 0),
    diffs: helping.map(({ diff }) => diff).filter(Boolean),
  };
}

/**
 * Fixes on top of which this one is made, in the same file, though they are told after it: their findings weigh less. What is
 * typed has them in it.
 */
function toldLater({ fixes, findings }: Report, fix: Fix, { severity }: Finding): readonly Fix[] {
  const files = fix.patch.filter((each) => !isTyped(each)).map(({ file }) => file);
  return fixes.slice(0, fixes.indexOf(fix)).filter((earlier) => {
    const its = findings.find((each) => isFor(earlier, each))?.severity ?? severity;
    const isLighter = SEVERITIES.indexOf(its) > SEVERITIES.indexOf(severity);
    return isLighter && isWorthMaking(earlier) && earlier.patch.some(({ file }) => files.includes(file));
  });
}

/** What to do where no setting helps, or not for all, and where, unless others are asked for it, who are told the place. */
function leftNotes(report: Report, left: Finding): readonly Note[] {
  const notes = remedyNotes(report, left);
  const isAsked = notes.some(({ label }) => label === "ask");
  return isAsked ? notes : [...notes, { label: "where", texts: endpointsOf(report, left) }];
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
function endpointsOf(report: Report, { code, args }: Finding): readonly string[] {
  if (!ASKS_FOR_A_WAY.has(code) || !("targets" in args)) return [];
  const endpoints = groupBy(targetsAmong(report, args.targets), endpointText);
  return [...endpoints].map(([endpoint, same]) => `${endpoint} (${same.map(({ id }) => id).join(", ")})`);
}

/** What chose the way, for findings about a way: the setting and entry behind each decision they rest on. */
function reasonsFor({ decisions }: Report, { code, evidence }: Finding): readonly string[] {
  if (!IS_OF_WAYS.has(code)) return [];
  return wordsForReasons(decisions.filter((decision) => evidence.includes(decisionId(decision))));
}
