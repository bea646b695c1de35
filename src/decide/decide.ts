import type { Because, ClientDecision } from "../model/client.ts";
import { type Component, needsTarget } from "../model/component.ts";
import type { DecidedRoute, RoutingDecision } from "../model/decision.ts";
import { onceFor } from "../model/once-for.ts";
import { DIRECT, routeThrough } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import type { Target } from "../model/target.ts";
import { askClient } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";
import { environmentOf } from "./environment.ts";
import { type SeenSettings, seenSettings } from "./seen-settings.ts";
import { withoutEffect } from "./without-effect.ts";

/** Which way each component goes to each target it needs, in the order of components, then targets. */
export function decide(
  components: readonly Component[],
  targets: readonly Target[],
  settings: readonly Setting[],
): readonly RoutingDecision[] {
  return components.flatMap((component) => {
    const decisionOn = decisionsBy(component)(seenSettings(component, settings));
    return targets.filter((target) => needsTarget(component, target.id)).map(decisionOn);
  });
}

/** Nothing but what a component sees decides which way it goes, and most fixes change what a few components see. */
const decisionsBy = onceFor((component: Component) =>
  onceFor((seen: SeenSettings) => onceFor((target: Target) => decideOne(component, target, seen))),
);

function decideOne(component: Component, target: Target, seen: SeenSettings): RoutingDecision {
  const { client } = component;
  const environment = environmentOf(component, seen);
  const decision: ClientDecision =
    client === "none"
      ? { route: "direct", because: [] }
      : askClient(CLIENTS[client], environment, target.url, component.version);
  const route = decidedRoute(decision, target);
  const because = [...decision.because, ...inVain(component, seen, decision)];
  return { component: component.id, client, target: target.id, route, because };
}

/** What does not decide and seems to: no proxy where none was found, no exceptions where they did not help. */
function inVain(
  component: Component,
  settings: readonly Setting[],
  { route, because }: ClientDecision,
): readonly Because[] {
  const isDecided = because.some(({ effect }) => effect !== "overlooked");
  if (route === "invalid" || (route === "direct" && isDecided)) return [];
  return withoutEffect(component, settings, route);
}

function decidedRoute(decision: ClientDecision, target: Target): DecidedRoute {
  switch (decision.route) {
    case "direct":
      return DIRECT;
    case "proxy":
      return routeThrough(decision.proxy, target);
    case "invalid":
      return { kind: "invalid", why: decision.why };
  }
}
