import type { ComponentId } from "./component.ts";
import type { FindingId } from "./finding.ts";
import type { Loader } from "./setting.ts";
import type { TargetId } from "./target.ts";

/**
 * One edit of one setting. `set` gives the assignment at `line` this value, in a form that its loader takes, or adds
 * one behind it where another name stands there; `unset` deletes it; `add-entry` and `remove-entry` edit a list in
 * place; `remove-line` deletes a line that is no assignment. For a JVM option, `property` names the system property
 * inside the variable. `loader` is given where the file does not exist yet.
 */
export type Patch = {
  /** Path, or `environment` for what the shell that ran proxy-doctor exports. */
  readonly file: string;
  /** Counts from 1; absent where the file does not exist yet. */
  readonly line?: number;
  /** What is done. */
  readonly op: "set" | "unset" | "add-entry" | "remove-entry" | "remove-line";
  /** Name of the setting, as spelled. */
  readonly name: string;
  /** System property inside a variable for a JVM. */
  readonly property?: string;
  /** Without secrets: where a login is masked, the one that stands in the setting is written. */
  readonly value: string;
  readonly loader?: Loader;
};

/**
 * What judging again with the patch showed: `verified` (nothing is left of its findings for its components, and
 * nothing else goes wrong), `no-effect`, `makes-worse`, `unmeasured` (it selects a route of which nothing is
 * known). `needs-network-team` is said of no patch: no way that was measured serves, so that no setting helps.
 */
export const FIX_VERDICTS = [
  "verified",
  "no-effect",
  "makes-worse",
  "unmeasured",
  "needs-network-team",
] as const;
/** One of the verdicts. */
export type FixVerdict = (typeof FIX_VERDICTS)[number];

/**
 * A change of settings, to be made on top of the fixes before it in the report, and what judging again with it showed;
 * or, without an edit, what others are to be asked for.
 */
export type Fix = {
  /** Unique in the report. */
  readonly id: string;
  /** What it is to mend, then what else ends with it. */
  readonly findings: readonly FindingId[];
  /** Those of the first finding's components for which it is. */
  readonly components: readonly ComponentId[];
  /** Of what is for the network team: the targets that no way serves. */
  readonly targets?: readonly TargetId[];
  /** The edits that it consists of, in order. */
  readonly patch: readonly Patch[];
  /** Unified diff of the files as they would become, without context and secrets; empty where no file changes. */
  readonly diff: string;
  /** Commands that make the change take effect, in order. */
  readonly restart: readonly string[];
  readonly verdict: FixVerdict;
};
