import { type Finding, rootsOf, SEVERITIES } from "../../model/finding.ts";

/** A finding that is told on its own, with all that follows from it. */
export type Told = { readonly finding: Finding; readonly consequences: readonly Finding[] };

/**
 * Findings in the order in which they are told, each exactly once: what weighs most first, and of that what the report
 * has first; a consequence of several causes beneath the first, and one whose cause is not among them on its own.
 */
export function toldInOrder(findings: readonly Finding[]): readonly Told[] {
  const untold = new Set(findings);
  const tell = (finding: Finding): Told => {
    untold.delete(finding);
    return { finding, consequences: take(finding) };
  };
  const take = (cause: Finding): readonly Finding[] => {
    const next = [...untold].filter(({ causedBy }) => causedBy.includes(cause.id));
    for (const each of next) untold.delete(each);
    return next.flatMap((each) => [each, ...take(each)]);
  };
  const told = rootsOf(findings).map(tell);
  // What is left are findings that name each other as the cause: none of them may be lost.
  const rest = findings.flatMap((finding) => (untold.has(finding) ? [tell(finding)] : []));
  const weight = ({ finding }: Told) => SEVERITIES.indexOf(finding.severity);
  return [...told, ...rest].toSorted((one, other) => weight(one) - weight(other));
}
