import { PROBES } from "../../probes/index.ts";
import { entriesOf } from "../examine.ts";
import type { Installation } from "../model/installation.ts";
import type { OwnTarget, TargetId } from "../model/target.ts";
import { select } from "../plan.ts";
import { didYouMeanOneOf } from "./did-you-mean.ts";
import type { JudgedOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** An installation of which nothing is known; its probes list every target there is. */
const NOTHING_KNOWN: Installation = {
  role: "services",
  egress: "standard",
  region: "us-east-1",
  onEc2: "unknown",
  addresses: [],
  programs: {},
  init: "unknown",
  found: {},
};

/** Probes, and the targets that an installation may have; with a person's own where there are any. */
export function knownNames(own: readonly OwnTarget[] = []): {
  readonly probes: readonly string[];
  readonly targets: readonly TargetId[];
} {
  const named = own.map(({ target }) => target.id.split("/")[0] ?? "");
  return {
    probes: [...Object.keys(PROBES), ...new Set(named)],
    targets: entriesOf(NOTHING_KNOWN, own).map(({ id }) => id),
  };
}

/** Refuses names that no probe knows, and filters that leave nothing to check. */
export function requireTargets({ only, skip, targets: own }: Filters): void {
  const known = knownNames(own);
  requireKnown("--only", only, known);
  requireKnown("--skip", skip, known);
  const entries = known.targets.map((id) => ({ id }));
  if (select(entries, only, skip).length === 0) {
    throw new UsageError("--only and --skip: together they leave nothing to check");
  }
}

type Filters = Pick<JudgedOptions, "only" | "skip" | "targets">;

function requireKnown(
  option: string,
  names: readonly string[],
  { probes, targets }: ReturnType<typeof knownNames>,
): void {
  const unknown = names.find((name) => ![...probes, ...targets].includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `${option}: there is no target or probe "${unknown}"${didYouMeanOneOf(unknown, probes, targets)}`,
    );
  }
}
