import type { Severity } from "../model/finding.ts";
import type { TargetId } from "../model/target.ts";
import { stateOf } from "./compare.ts";
import type { Case } from "./evidence.ts";

/**
 * How much it weighs that some targets are not reached the right way. AWS's interfaces are called for machine
 * executors alone, by the VM service, which listens only where these are in use (domain-facts 2.7, 3).
 */
export function weightOf(the: Case, targets: readonly TargetId[]): Severity {
  return targets.every((id) => id.startsWith("ec2-api/")) && !usesMachineExecutors(the) ? "warning" : "error";
}

function usesMachineExecutors(the: Case): boolean {
  return stateOf(the.observation("services-machine/vm-service", "direct")) === "works";
}
