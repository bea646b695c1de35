import type { Severity } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { type Account, accountOf } from "../told/account.ts";
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

/**
 * A case of some findings: failed by those that count, else what `otherwise` says. Readers of JUnit's XML show one
 * failure a case, so that several are told in one, the heaviest first.
 */
export function caseOf(
  report: Report,
  judged: Pick<Case, "name" | "seconds">,
  findings: Report["findings"],
  counting: Counting,
  otherwise: Outcome,
): Case {
  const accounts = findings.map((finding) => accountOf(report, { finding, consequences: [] }));
  const isCounted = ({ finding }: Account) => WEIGHTS[counting].includes(finding.severity);
  const failing = WEIGHTS[counting].flatMap((weight) =>
    accounts.filter(({ finding }) => finding.severity === weight),
  );
  const remarks = accounts.filter((each) => !isCounted(each)).map(textOf);
  const [first] = failing;
  if (first === undefined) return { ...judged, outcome: otherwise, remarks: remarks.join("\n") };
  const outcome: Outcome = {
    kind: "failed",
    type: first.finding.code,
    message: failing.length === 1 ? first.what : `${first.what} (and ${failing.length - 1} more)`,
    text: failing.map(textOf).join("\n"),
  };
  return { ...judged, outcome, remarks: remarks.join("\n") };
}

const WEIGHTS: Readonly<Record<Counting, readonly Severity[]>> = {
  errors: ["error"],
  "errors-and-warnings": ["error", "warning"],
};

/** A finding as plain text: what, the notes line by line with their labels, the diffs. */
function textOf({ finding, what, notes, diffs }: Account): string {
  const lines = notes.flatMap(({ label, texts }) => texts.map((text) => `  ${label}: ${text}`));
  const title = `${finding.severity} ${finding.id}`;
  return `${[title, what, ...lines].join("\n")}\n${diffs.map((diff) => `\n${diff}`).join("")}`;
}

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
