import type { Because, ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { Route } from "./route.ts";
import type { TargetId } from "./target.ts";

/** `<component>><target>`. */
export type DecisionId = string;

/** A route, or a setting the client cannot use at all. */
export type DecidedRoute =
  | Route
  | {
      /** The client cannot use its setting. */
      readonly kind: "invalid";
      /** Why not, in words. */
      readonly why: string;
    };

/** Which way one component goes to one target, and what decided it. */
export type RoutingDecision = {
  readonly component: ComponentId;
  /** The client whose rules it follows, or `none`. */
  readonly client: ClientName | "none";
  readonly target: TargetId;
  readonly route: DecidedRoute;
  /** What decided, step by step. */
  readonly because: readonly Because[];
};

/** The id under which a decision stands as evidence. */
export function decisionId({ component, target }: Pick<RoutingDecision, "component" | "target">): DecisionId {
  return `${component}>${target}`;
}
