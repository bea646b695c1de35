import { ANSWERERS } from "../../messages/phases.ts";
import { type Observation, phasesOf } from "../../model/observation.ts";
import type { Route } from "../../model/route.ts";
import { shortProxy } from "../told/proxy-names.ts";
import type { Context } from "./context.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { phaseList } from "./phase-list.ts";
import { pieceOf } from "./piece.ts";
import { folded } from "./section.ts";
import { type Scale, waterfall } from "./waterfall.ts";

/** One way to one target: what became of it, how long each step took, and what each step showed. */
export function attempt({ outcome, anchors }: Context, observation: Observation, scale: Scale): Markup {
  const { id, target, route } = observation;
  const anchor = anchors.attempts.get(id) ?? "";
  const served = pieceOf(outcome(target, route));
  return html`<div class="attempt" id="${anchor}"><div><h4>${nameOf(route)}${modeOf(route)}</h4><p>${served}</p>${remarks(observation)}</div>
<div>${waterfall(nameOf(route), phasesOf(observation), scale)}${
    observation.outcome === "broken"
      ? html`<p class="warn">A fault of proxy-doctor's own: ${observation.error}</p>`
      : folded("What each step showed", phaseList(observation.phases, anchors))
  }</div></div>
`;
}

function nameOf(route: Route): string {
  return route.kind === "direct" ? "direct" : shortProxy(route.proxy);
}

function modeOf(route: Route): Markup {
  return route.kind === "direct" ? NOTHING : html` <small>${route.mode}</small>`;
}

function remarks(observation: Observation): readonly Markup[] {
  if (observation.outcome === "broken") return [];
  const { answeredBy, product, script, outcome } = observation;
  // That the target answered is what a tick says.
  const isTold = outcome === "ok" ? answeredBy === "target" : answeredBy === "unknown";
  const answerer = isTold ? [] : [ANSWERERS[answeredBy]];
  const passed = script?.passedOver.map(({ route, failure }) => `${route} (${failure})`) ?? [];
  return [
    ...answerer.map((words) => `${words}${product === undefined ? "" : `: ${product}`}`),
    ...(script === undefined ? [] : [`the script says ${script.answer}, which is ${script.chose}`]),
    ...(passed.length === 0 ? [] : [`passed over: ${passed.join(", ")}`]),
  ].map((line) => html`<p class="quiet">${line}</p>`);
}
