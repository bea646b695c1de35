import type { Because, ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { Route } from "./route.ts";
import type { TargetId } from "./target.ts";

/** `<component>><target>`. */
export type DecisionId = string;

/** A route, or a setting the client cannot use at all. */
export type DecidedRoute = Route | { readonly kind: "invalid"; readonly why: string };

/** Which way one component goes to one target, and what decided it. */
export type RoutingDecision = {
  readonly component: ComponentId;
  readonly client: ClientName | "none";
  readonly target: TargetId;
  readonly route: DecidedRoute;
  readonly because: readonly Because[];
};

/** The id under which a decision stands as evidence. */
export function decisionId({ component, target }: Pick<RoutingDecision, "component" | "target">): DecisionId {
  return `${component}>${target}`;
}
