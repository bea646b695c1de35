import type { Finding, FindingArgs, FindingCode } from "../model/finding.ts";
import type { Case } from "./evidence.ts";

/** One kind of finding: looks at a case and says where it holds, in the order of the plan. */
export type Rule<C extends FindingCode> = (the: Case) => readonly Draft<C>[];

/** A finding before its causes and fixes are known. */
export type Draft<C extends FindingCode> = {
  /** What distinguishes it from every other finding of its code; findings are grouped by it. */
  readonly about: string;
  readonly severity: Finding["severity"];
  readonly subject: Finding["subject"];
  readonly args: FindingArgs[C];
  readonly evidence: readonly string[];
};
