import { FAILURE_MEANINGS, failureWords } from "../../messages/failures.ts";
import { PHASES, SKIPS } from "../../messages/phases.ts";
import type { Failure, Phase, SkipReason } from "../../model/phase.ts";
import type { Anchors } from "./anchors.ts";
import { html, type Markup, type Value } from "./markup.ts";
import { factsOf } from "./phase-facts.ts";

/** What every step of an attempt showed, its time being told by the bar; what was not reached goes without saying. */
export function phaseList(phases: readonly Phase[], anchors: Anchors): Markup {
  const told = phases.filter((phase) => phase.status !== "skipped" || phase.because !== UNREACHED);
  const steps = told.map((phase) => html`<dt>${PHASES[phase.name]}</dt><dd>${toldOf(phase, anchors)}</dd>`);
  return html`<dl class="phases">${steps}</dl>`;
}

const UNREACHED: SkipReason = "an earlier phase failed";

function toldOf(phase: Phase, anchors: Anchors): Value {
  switch (phase.status) {
    case "skipped":
      return html`<span class="quiet">${SKIPS[phase.because]}</span>`;
    case "ok":
      return factsOf(phase, anchors);
    case "failed":
      return [failed(phase.failure), factsOf(phase, anchors)];
  }
}

function failed({ code, message, errno, status, alert }: Failure): Markup {
  const details = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(errno === undefined ? [] : [errno]),
    ...(message === "" || message === code ? [] : [message]),
  ];
  return html`<p><span class="bad">✗ ${failureWords(code, alert)}</span> <code>${code}</code>: ${FAILURE_MEANINGS[code]}</p>${
    details.length === 0 ? "" : html`<p><code>${details.join(" · ")}</code></p>`
  }`;
}
