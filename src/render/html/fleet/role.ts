import { counted } from "../../../messages/phrases.ts";
import type { FleetGroup } from "../../../model/fleet.ts";
import type { PlacedValue, ToldDifference } from "../../told/fleet/differences.ts";
import { groupAccount } from "../../told/fleet/group.ts";
import { fleetMatrix } from "../../told/fleet/matrix.ts";
import type { FleetRole } from "../../told/fleet/roles.ts";
import { SEVERITY_TONES } from "../../told/tone.ts";
import { definitions } from "../definitions.ts";
import { html, type Markup, type Value } from "../markup.ts";
import { columnTable } from "./column-table.ts";
import { anchorOf } from "./hosts.ts";

/** The machines of one role: what they do beside each other, and of each group what is found and in what it differs. */
export function roleBody(role: FleetRole): Markup {
  const { usual, odd, untold } = role;
  const groups = [usual, ...odd];
  const { columns, alike } = fleetMatrix(groups);
  return html`${columnTable("What machines that are alike do with each target", columns, "matrix")}
${alike.map((text) => html`<p class="quiet">${text}</p>`)}
${groups.map((group) => article(role, group))}
${untold.length === 0 ? "" : html`<p class="quiet">and ${counted(untold.length, "more group")} that differ; --format json has all</p>${untold.map(({ id }) => html`<span id="${anchorOf(id)}"></span>`)}`}`;
}

function article(role: FleetRole, group: FleetGroup): Markup {
  const { title, hosts, findings, following, remarks, differences, more } = groupAccount(role, group);
  const found = findings.map(
    ({ code, severity, what }) =>
      html`<p><span class="${SEVERITY_TONES[severity]}">${severity}</span> <code>${code}</code></p><p>${what}</p>`,
  );
  return html`<article class="finding ${toneOf(group)}" id="${anchorOf(group.id)}">
<h3>${title}</h3>
${definitions(
  [
    ["which", hosts],
    ["finds", found.length === 0 ? "" : found],
    ["besides", following === 0 ? "" : counted(following, "finding that follows", "findings that follow")],
    ...differences.map(({ what, ...values }): readonly [Value, Value] => ["set", differing(what, values)]),
    ["more", more === 0 ? "" : `${counted(more, "more setting")}; --format json has all`],
    ["note", remarks.join("; ")],
  ],
  "notes",
)}
</article>
`;
}

function differing(what: string, { here, usual }: Omit<ToldDifference, "what">): Value {
  return [html`<p><b>${what}</b></p>`, placed("here", here), placed("others", usual)];
}

function placed(who: string, { place, value }: PlacedValue): Markup {
  const where = place === undefined ? "" : html` <code>${place}</code>`;
  return html`<p>${who}${where}</p><p class="place"><code>${value}</code></p>`;
}

function toneOf({ findings, differs }: FleetGroup): string {
  if (findings.some(({ severity }) => severity === "error")) return "bad";
  if (findings.some(({ severity }) => severity === "warning")) return "warn";
  return differs === undefined ? "good" : "warn";
}
