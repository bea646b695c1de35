import type { ComponentId } from "./component.ts";
import type { DecidedRoute } from "./decision.ts";
import type { Finding, Severity } from "./finding.ts";
import type { AnsweredBy } from "./observation.ts";
import type { FailureCode } from "./phase.ts";
import type { RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";

/** What one attempt showed, without its times: what has to differ before anyone is told of it. */
export type Showing =
  | { readonly kind: "answered"; readonly by: AnsweredBy }
  | { readonly kind: "failed"; readonly code: FailureCode; readonly alert?: number }
  | { readonly kind: "unmeasured" };

/** The values of one name in one place, in order; none where it is not set. */
export type Values = readonly string[];

/**
 * What is different between two checks of one machine: a finding that is there now, is there no more, or weighs more or
 * less; a setting that was edited, what components go another way, what shows otherwise on a route. What changed alike
 * stands together.
 */
export type Change =
  | { readonly kind: "finding-came" | "finding-went"; readonly finding: Finding }
  | { readonly kind: "finding-weighs"; readonly finding: Finding; readonly before: Severity }
  | {
      readonly kind: "setting";
      readonly name: string;
      /** A path, `environment`, or the program that holds it. */
      readonly place: string;
      readonly before: Values;
      readonly after: Values;
    }
  | {
      readonly kind: "way";
      readonly components: readonly ComponentId[];
      readonly targets: readonly TargetId[];
      readonly before: DecidedRoute;
      readonly after: DecidedRoute;
    }
  | {
      readonly kind: "showing";
      readonly route: RouteId;
      readonly targets: readonly TargetId[];
      readonly before: Showing;
      readonly after: Showing;
    };

/** A change, and when it was seen: the end of the check that saw it, ISO 8601. */
export type SeenChange = { readonly at: string; readonly change: Change };
