import { COMPONENTS } from "../../messages/components.ts";
import { counted } from "../../messages/phrases.ts";
import { decisionId, type RoutingDecision } from "../../model/decision.ts";
import type { Finding } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Observation } from "../../model/observation.ts";
import { routeId } from "../../model/route.ts";
import { shortProxy } from "../told/proxy-names.ts";
import type { Context } from "./context.ts";
import { html, joined, type Markup, NOTHING } from "./markup.ts";
import { breakable, pieceOf } from "./piece.ts";
import { folded } from "./section.ts";

/** All that a finding rests on, each a link to where it is told; nothing where it rests on nothing. */
export function evidence(context: Context, finding: Finding): Markup {
  const ids = new Set(finding.evidence);
  if (ids.size === 0) return NOTHING;
  const { observations, decisions } = context.report;
  const seen = groupBy(
    observations.filter(({ id }) => ids.has(id)),
    ({ target }) => target,
  );
  const decided = groupBy(
    decisions.filter((each) => ids.has(decisionId(each))),
    ({ target }) => target,
  );
  const targets = [...new Set([...seen.keys(), ...decided.keys()])];
  const told = new Set([...observations.map(({ id }) => id), ...decisions.map(decisionId)]);
  const others = [...ids].filter((id) => !told.has(id));
  const items = [
    ...targets.map((target) => forTarget(context, target, seen.get(target) ?? [], decided.get(target) ?? [])),
    ...others.map((id) => html`<li>${linked(placeOf(context, id), id)}</li>`),
  ];
  return folded(
    html`Rests on ${counts(seen, decided, others.length)}`,
    html`<ul class="evidence">${items}</ul>`,
  );
}

function counts(
  seen: ReadonlyMap<string, readonly unknown[]>,
  decided: ReadonlyMap<string, readonly unknown[]>,
  others: number,
): string {
  const sum = (groups: ReadonlyMap<string, readonly unknown[]>) =>
    [...groups.values()].reduce((total, { length }) => total + length, 0);
  const parts = [
    [sum(seen), "measurement"],
    [sum(decided), "decision"],
    [others, "place"],
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
  return html`<li>${linked(anchors.targets.get(target), breakable(target))}: ${joined(measured, ", ")}${
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

function linked(anchor: string | undefined, text: Parameters<typeof html>[1]): Markup {
  return anchor === undefined ? html`${text ?? ""}` : html`<a href="#${anchor}">${text ?? ""}</a>`;
}
