import { FAILURE_MEANINGS, failureWords } from "../../messages/failures.ts";
import { PHASES, SKIPS } from "../../messages/phases.ts";
import type { Failure, Phase } from "../../model/phase.ts";
import type { Anchors } from "./anchors.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, type Value } from "./markup.ts";
import { factsOf } from "./phase-facts.ts";
import { timeOf } from "./waterfall.ts";

/** Every step of an attempt with its time and what it showed. */
export function phaseList(phases: readonly Phase[], anchors: Anchors): Markup {
  return definitions(
    phases.map((phase) => [titleOf(phase), toldOf(phase, anchors)]),
    "phases",
  );
}

function titleOf(phase: Phase): Value {
  const name = PHASES[phase.name];
  return phase.status === "skipped" ? name : html`${name} <span class="quiet">${timeOf(phase.ms)}</span>`;
}

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
