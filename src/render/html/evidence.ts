import { COMPONENTS } from "../../messages/components.ts";
import { counted } from "../../messages/phrases.ts";
import { decisionId, type RoutingDecision } from "../../model/decision.ts";
import type { Finding } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Observation } from "../../model/observation.ts";
import { routeId } from "../../model/route.ts";
import { shortProxy } from "../told/proxy-names.ts";
import type { Context } from "./context.ts";
import { linked, targetLink } from "./links.ts";
import { html, joined, type Markup, NOTHING } from "./markup.ts";
import { pieceOf } from "./piece.ts";
import { folded } from "./section.ts";

/** All that a finding rests on, each a link to where it is told; nothing where it rests on nothing. */
export function evidence(context: Context, finding: Finding): Markup {
  const ids = new Set(finding.evidence);
  if (ids.size === 0) return NOTHING;
  const observations = context.report.observations.filter(({ id }) => ids.has(id));
  const decisions = context.report.decisions.filter((each) => ids.has(decisionId(each)));
  const seen = groupBy(observations, ({ target }) => target);
  const decided = groupBy(decisions, ({ target }) => target);
  const targets = [...new Set([...seen.keys(), ...decided.keys()])];
  const told = new Set([...observations.map(({ id }) => id), ...decisions.map(decisionId)]);
  const others = [...ids].filter((id) => !told.has(id));
  const items = [
    ...targets.map((target) => forTarget(context, target, seen.get(target) ?? [], decided.get(target) ?? [])),
    ...others.map((id) => html`<li>${linked(placeOf(context, id), id)}</li>`),
  ];
  return folded(
    `Rests on ${counts(observations.length, decisions.length, others.length)}`,
    html`<ul class="evidence">${items}</ul>`,
  );
}

/** `2 measurements, 1 decision`. */
function counts(measurements: number, decisions: number, places: number): string {
  const parts = [
    [measurements, "measurement"],
    [decisions, "decision"],
    [places, "place"],
  ] as const;
  return parts.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)])).join(", ");
}

function forTarget(
  context: Context,
  target: Observation["target"],
  seen: readonly Observation[],
  decided: readonly RoutingDecision[],
): Markup {
  const { outcome, anchors } = context;
  const measured = seen.map(({ id, route }) => {
    const piece = pieceOf(outcome(target, route));
    return html`${linked(anchors.attempts.get(id), shortProxy(routeId(route)))} ${piece}`;
  });
  const who = decided.map(({ component }) => COMPONENTS[component].name);
  return html`<li>${targetLink(anchors, target)}: ${joined(measured, ", ")}${
    measured.length > 0 && who.length > 0 ? "; " : ""
  }${who.length === 0 ? "" : `decided for ${who.join(", ")}`}</li>
`;
}

/** Where a setting, a file or a process is told of. */
function placeOf({ anchors }: Context, id: string): string | undefined {
  const [, kind, name = ""] = /^(file|process):(.*)$/s.exec(id) ?? [];
  if (kind === "file") return anchors.files.get(name);
  return kind === "process" ? anchors.processes.get(name) : anchors.settings.get(id);
}
