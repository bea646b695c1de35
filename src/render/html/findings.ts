import { wordsFor } from "../../messages/findings.ts";
import { counted } from "../../messages/phrases.ts";
import type { Finding, Severity } from "../../model/finding.ts";
import { type Account, accountOf } from "../told/account.ts";
import type { Told } from "../told/in-order.ts";
import { gathered } from "../told/network-asks.ts";
import { SEVERITY_TONES } from "../told/tone.ts";
import type { Context } from "./context.ts";
import { diff } from "./diff.ts";
import { evidence } from "./evidence.ts";
import { html, type Markup } from "./markup.ts";
import { noteList } from "./notes.ts";
import { folded } from "./section.ts";

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "✗ Error",
  warning: "! Warning",
  info: "· Remark",
};

/** Every finding, what is to be mended first at the top, with what follows from it beneath. */
export function findings(context: Context, told: readonly Told[]): Markup {
  if (told.length === 0) return html`<p class="quiet">None.</p>`;
  return html`${told.map((each) => findingWith(context, accountOf(context.report, each), each.consequences))}`;
}

function findingWith(context: Context, account: Account, consequences: readonly Finding[]): Markup {
  const { finding, what, notes, diffs } = account;
  const anchor = context.anchors.findings.get(finding.id) ?? "";
  return html`<article class="finding ${SEVERITY_TONES[finding.severity]}" id="${anchor}">
${label(context, finding)}
<h3>${what}</h3>
${noteList(gathered(notes).filter(({ label }) => label !== "tried"))}
${diffs.map(diff)}
${noteList(notes.filter(({ label }) => label === "tried"))}
${evidence(context, finding)}
${consequences.length === 0 ? "" : following(context, consequences)}
</article>
`;
}

function label(context: Context, finding: Finding): Markup {
  const { severity } = finding;
  return html`<p class="label"><span class="${SEVERITY_TONES[severity]}">${SEVERITY_WORDS[severity]}</span> ${linkTo(context, finding)}</p>`;
}

/** A finding's code, which leads to it. */
export function linkTo({ anchors }: Context, { id, code }: Finding): Markup {
  return html`<a href="#${anchors.findings.get(id) ?? ""}"><code>${code}</code></a>`;
}

/** The findings that follow from one, each with what it rests on; what they come to is among the notes. */
function following(context: Context, consequences: readonly Finding[]): Markup {
  const items = consequences.map((finding) => {
    const anchor = context.anchors.findings.get(finding.id) ?? "";
    const { what, why } = wordsFor(finding);
    return html`<li id="${anchor}">${label(context, finding)}<p>${what}</p><p class="quiet">${why}</p>${evidence(context, finding)}</li>
`;
  });
  return folded(
    counted(items.length, "finding follows from it", "findings follow from it"),
    html`<ul class="cards">${items}</ul>`,
  );
}
