import { assertNever } from "../model/assert-never.ts";
import type { Change, Showing, Values } from "../model/change.ts";
import type { DecidedRoute } from "../model/decision.ts";
import { SEVERITIES, type Severity } from "../model/finding.ts";
import { routeId } from "../model/route.ts";
import { ANSWERS } from "./answers.ts";
import { theComponents } from "./components.ts";
import { FAILURES, failureWords } from "./failures.ts";
import { wordsFor } from "./findings.ts";
import { abridged, byRoute, listed, quoted } from "./phrases.ts";

/** Ids in one line; the report has them all. */
const MOST_TARGETS = 4;

/** What a change means to who watches: something is worse, better, or only otherwise. */
export type Turn = "worse" | "better" | "other";

/** A change in one word and one sentence. */
export type ChangeWords = { readonly word: string; readonly turn: Turn; readonly what: string };

/** What to tell of a change. */
export function wordsForChange(change: Change): ChangeWords {
  switch (change.kind) {
    case "finding-came":
      return { word: "NEW", turn: turnOf(change.finding.severity), what: namedFinding(change.finding) };
    case "finding-went":
      return { word: "GONE", turn: "better", what: namedFinding(change.finding) };
    case "finding-weighs":
      return weightWords(change);
    case "setting":
      return { word: "EDITED", turn: "other", what: edit(change) };
    case "way": {
      const { components, targets, before, after } = change;
      const what = `${theComponents(components)}: ${wayWords(before)} → ${wayWords(after)}, to ${abridged(targets, MOST_TARGETS)}`;
      return { word: "WAY", turn: "other", what };
    }
    case "showing": {
      const { route, targets, before, after } = change;
      const what = `${abridged(targets, MOST_TARGETS)} ${byRoute(route)}: ${showingWords(before)} → ${showingWords(after)}`;
      return { word: "ROUTE", turn: "other", what };
    }
    default:
      return assertNever(change);
  }
}

function weightWords({ finding, before }: Extract<Change, { kind: "finding-weighs" }>): ChangeWords {
  const isLess = SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(before);
  const what = `${before.toUpperCase()} → ${namedFinding(finding)}`;
  return isLess ? { word: "LESS", turn: "better", what } : { word: "MORE", turn: "worse", what };
}

function turnOf(severity: Severity): Turn {
  return severity === "info" ? "other" : "worse";
}

function namedFinding(finding: Extract<Change, { finding: unknown }>["finding"]): string {
  return `${finding.severity.toUpperCase()} ${finding.code}: ${wordsFor(finding).what}`;
}

function wayWords(route: DecidedRoute): string {
  return route.kind === "invalid" ? "unusable setting" : byRoute(routeId(route));
}

function showingWords(showing: Showing): string {
  switch (showing.kind) {
    case "answered":
      return showing.by === "target" ? "ok" : ANSWERS[showing.by];
    case "failed":
      return failureWords(showing.code, showing.alert);
    case "unmeasured":
      return FAILURES.cancelled;
  }
}

function edit({ name, place, before, after }: Extract<Change, { kind: "setting" }>): string {
  const where = `${name} (${place === "environment" ? "this shell's environment" : place})`;
  if (before.length === 0) return `${where} is set: ${shown(after)}`;
  if (after.length === 0) return `${where} is set no more; it was ${shown(before)}`;
  const [was, is] = [entriesOf(before), entriesOf(after)];
  const added = is.filter((entry) => !was.includes(entry));
  const removed = was.filter((entry) => !is.includes(entry));
  if (was.length + is.length === 2 || added.length + removed.length === 0) {
    return `${where}: ${shown(before)} → ${shown(after)}`;
  }
  return `${where}: ${[...withVerb("added", added), ...withVerb("removed", removed)].join(", ")}`;
}

function withVerb(verb: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`${verb} ${listed(entries.map(quoted))}`];
}

/** The entries of lists, or the words of options, each once: two programs may read one file. */
function entriesOf(values: Values): readonly string[] {
  return [...new Set(values.flatMap((value) => value.split(/[,|\s]+/)).filter(Boolean))];
}

function shown(values: Values): string {
  return listed([...new Set(values)].map(quoted));
}
