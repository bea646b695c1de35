import type { Finding, Severity } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { accountOf } from "../told/account.ts";
import { element, type Xml } from "./xml.ts";

/** What makes a case fail, as it makes the exit status 1. */
export type Counting = "errors" | "errors-and-warnings";

/** What became of a case. `fault` is proxy-doctor's own. */
export type Outcome =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly type: string; readonly message: string; readonly text: string }
  | { readonly kind: "fault"; readonly message: string }
  | { readonly kind: "unknown"; readonly message: string };

/** One thing that is judged, `seconds` what it took; `remarks` are findings that do not count. */
export type Case = {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: Outcome;
  readonly remarks: string;
};

/** A finding as a case tells it. `text` is plain: what, the notes line by line with their labels, the diffs. */
export type Tale = { readonly finding: Finding; readonly what: string; readonly text: string };

/** Tells each finding of a report whole; to be asked once for each. */
export function taleOf(report: Report, finding: Finding): Tale {
  const { what, notes, diffs } = accountOf(report, { finding, consequences: [] });
  const lines = notes.flatMap(({ label, texts }) => texts.map((text) => `  ${label}: ${text}`));
  const text = `${[titleOf(finding), what, ...lines].join("\n")}\n${diffs.map((diff) => `\n${diff}`).join("")}`;
  return { finding, what, text };
}

/** The same finding in a case that is not its first: one finding may be told of a thousand targets. */
export function taleElsewhere({ finding, what }: Tale, first: string): Tale {
  return { finding, what, text: `${titleOf(finding)}\n${what}\n  why, and what to do: see ${first}\n` };
}

function titleOf({ severity, id }: Finding): string {
  return `${severity} ${id}`;
}

/**
 * A case of some findings: failed by those that count, else what `otherwise` says. Readers of JUnit's XML show one
 * failure a case, so that several are told in one, the heaviest first.
 */
export function caseOf(
  judged: Pick<Case, "name" | "seconds">,
  tales: readonly Tale[],
  counting: Counting,
  otherwise: Outcome,
): Case {
  const failing = WEIGHTS[counting].flatMap((weight) =>
    tales.filter(({ finding }) => finding.severity === weight),
  );
  const remarks = textsOf(tales.filter((each) => !failing.includes(each)));
  const [first] = failing;
  if (first === undefined) return { ...judged, outcome: otherwise, remarks };
  const message = failing.length === 1 ? first.what : `${first.what} (and ${failing.length - 1} more)`;
  const outcome: Outcome = { kind: "failed", type: first.finding.code, message, text: textsOf(failing) };
  return { ...judged, outcome, remarks };
}

function textsOf(tales: readonly Tale[]): string {
  return tales.map(({ text }) => text).join("\n");
}

const WEIGHTS: Readonly<Record<Counting, readonly Severity[]>> = {
  errors: ["error"],
  "errors-and-warnings": ["error", "warning"],
};

/** A case as JUnit's XML has it. */
export function caseElement(suite: string, { name, seconds, outcome, remarks }: Case): Xml {
  return element("testcase", { classname: `proxy-doctor.${suite}`, name, time: seconds.toFixed(3) }, [
    ...outcomeElements(outcome),
    ...(remarks === "" ? [] : [element("system-out", {}, remarks)]),
  ]);
}

function outcomeElements(outcome: Outcome): readonly Xml[] {
  switch (outcome.kind) {
    case "passed":
      return [];
    case "failed":
      return [element("failure", { type: outcome.type, message: outcome.message }, outcome.text)];
    case "fault":
      return [element("error", { type: "fault-of-proxy-doctor", message: outcome.message }, outcome.message)];
    case "unknown":
      return [element("skipped", { message: outcome.message })];
  }
}
