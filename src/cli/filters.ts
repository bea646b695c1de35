import { PROBES } from "../../probes/index.ts";
import type { Installation } from "../model/installation.ts";
import type { Target } from "../model/target.ts";
import { select } from "../plan.ts";
import { didYouMeanOneOf } from "./did-you-mean.ts";
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

/** Refuses names that no probe knows, and filters that leave nothing to check. */
export function requireTargets(only: readonly string[], skip: readonly string[]): void {
  const targets = Object.values(PROBES).flatMap((probe) => probe(NOTHING_KNOWN));
  requireKnown("--only", only, targets);
  requireKnown("--skip", skip, targets);
  if (select(targets, only, skip).length === 0) {
    throw new UsageError("--only and --skip: together they leave nothing to check");
  }
}

function requireKnown(
  option: string,
  names: readonly string[],
  targets: readonly Pick<Target, "id">[],
): void {
  const probes = Object.keys(PROBES);
  const ids = targets.map(({ id }) => id);
  const unknown = names.find((name) => ![...probes, ...ids].includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `${option}: there is no target or probe "${unknown}"${didYouMeanOneOf(unknown, probes, ids)}`,
    );
  }
}
