import { wordsForReasons } from "../../messages/because.ts";
import { COMPONENTS } from "../../messages/components.ts";
import { POLICIES } from "../../messages/policies.ts";
import type { RoutingDecision } from "../../model/decision.ts";
import { groupBy } from "../../model/group-by.ts";
import { type Observation, phasesOf } from "../../model/observation.ts";
import { routeId } from "../../model/route.ts";
import { isConfigured, type Target } from "../../model/target.ts";
import { wayOf } from "../told/ways.ts";
import { attempt } from "./attempt.ts";
import type { Context } from "./context.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { breakable, pieceOf } from "./piece.ts";
import { scaleFor } from "./waterfall.ts";

/** Target by target: where it lies, which way it should be called and is, and what each way to it did. */
export function targets(context: Context): Markup {
  const { report } = context;
  const seen = groupBy(report.observations, ({ target }) => target);
  const decided = groupBy(report.decisions, ({ target }) => target);
  const configured = report.targets.filter(isConfigured);
  if (configured.length === 0) return NOTHING;
  const suspects = suspectsIn(context);
  const intro =
    report.judges === "traffic"
      ? html`<p class="quiet">Bars show what each step took, one scale for all ways to a target, a line at each quarter: <span class="key to-proxy"></span> on the way to a proxy, <span class="key to-target"></span> on the way to the target, <span class="key failed"></span> ✗ failed.</p>`
      : html`<p class="quiet">Nothing was measured: this is how each way is decided by the settings.</p>`;
  const told = configured.map((target) =>
    oneTarget(
      context,
      target,
      seen.get(target.id) ?? [],
      decided.get(target.id) ?? [],
      suspects.has(target.id),
    ),
  );
  return html`${intro}${told}`;
}

function oneTarget(
  context: Context,
  target: Target,
  seen: readonly Observation[],
  decided: readonly RoutingDecision[],
  isOpen: boolean,
): Markup {
  const { report, anchors } = context;
  const scale = scaleFor(seen.map(phasesOf));
  const facts = definitions([
    ["Address", html`<code>${target.url}</code>`],
    ["Should go", `${POLICIES[target.policy[report.installation.egress]]}: ${target.reason}`],
    ["Goes", waysOf(context, decided)],
  ]);
  const open = isOpen ? html` open` : NOTHING;
  return html`<details class="target" id="${anchors.targets.get(target.id) ?? ""}"${open}>
<summary><h3>${breakable(target.id)}</h3> <span class="glance">${glance(context, seen)}</span></summary>
${facts}${seen.length === 0 ? NOTHING : html`<p class="scale quiet">${`0 to ${scale.ms} ms, a line every ${scale.ms / 4} ms`}</p>`}
${seen.map((each) => attempt(context, each, scale))}
</details>
`;
}

/** What each way did, in the line that stays when all else is folded. */
function glance({ outcome, names }: Context, seen: readonly Observation[]): readonly Markup[] {
  return seen.map(({ target, route }) => {
    const way = routeId(route);
    const name =
      route.kind === "direct" ? "direct" : names.size > 1 ? (names.get(route.proxy) ?? way) : "proxy";
    return html`<span>${name} ${pieceOf(outcome(target, route))}</span>`;
  });
}

/** Who goes which way, and which setting or entry decided it; those of whom the same is true are told together. */
function waysOf({ names }: Context, decided: readonly RoutingDecision[]): Markup {
  if (decided.length === 0) return html`no component of this machine calls it`;
  const told = decided.map((each) => ({ each, way: wayOf(each, names), why: wordsForReasons([each]) }));
  const items = [...groupBy(told, ({ way, why }) => JSON.stringify([way, why])).values()].map((same) => {
    const who = same.map(({ each }) => COMPONENTS[each.component].name).join(", ");
    return html`<li>${who}: ${same.slice(0, 1).map(({ way, why }) => [html`<b>${way}</b>`, reasons(why)])}</li>`;
  });
  return html`<ul class="ways">${items}</ul>`;
}

function reasons(why: readonly string[]): Markup {
  return why.length === 0 ? NOTHING : html` <span class="quiet">${why.join("; ")}</span>`;
}

/** Targets on whose measurements an error rests; those are shown unfolded, unless they are many. */
function suspectsIn({ report }: Context): ReadonlySet<string> {
  const evidence = new Set(
    report.findings.filter(({ severity }) => severity === "error").flatMap((finding) => finding.evidence),
  );
  const targets = report.observations.filter(({ id }) => evidence.has(id)).map(({ target }) => target);
  const suspects = new Set(targets);
  return suspects.size <= MOST_UNFOLDED ? suspects : new Set();
}

const MOST_UNFOLDED = 4;
