import { failureInCell } from "../../messages/failures.ts";
import { PHASES } from "../../messages/phases.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Phase } from "../../model/phase.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** How many milliseconds a waterfall is wide: as much for all routes to a target, so that they can be compared. */
export type Scale = { readonly ms: number };

type Taken = Exclude<Phase, { readonly status: "skipped" }>;
type Bar = { readonly phase: Taken; readonly from: number; readonly row: number };

const ROW = 18;
/** The baseline of a row's text, and the middle of its bar. */
const BASELINE = 13;
const MIDDLE = 9;
/** A step that took next to no time is still seen, per cent. */
const HAIRLINE = 0.2;
const STEPS = [1, 2, 4, 6, 8, 10] as const;

/** The scale on which the longest of some attempts fits, a round number whose quarters are round as well. */
export function scaleFor(attempts: readonly (readonly Phase[])[]): Scale {
  const longest = Math.max(4, ...attempts.map((phases) => totalOf(takenOf(phases))));
  const power = 10 ** Math.floor(Math.log10(longest));
  return { ms: power * (STEPS.find((step) => step * power >= longest) ?? 10) };
}

/** The steps of an attempt, each as a bar where the one before it ended; the same in words for who cannot see it. */
export function waterfall(route: string, phases: readonly Phase[], scale: Scale): Markup {
  const bars = barsOf(takenOf(phases));
  if (bars.length === 0) return NOTHING;
  const names = bars.map(
    ({ phase, row }) => html`<text y="${row * ROW + BASELINE}">${PHASES[phase.name]}</text>`,
  );
  const times = bars.map(
    ({ phase, from, row }) =>
      html`<text x="${share(from + phase.ms, scale)}%" y="${row * ROW + BASELINE}">${wordsFor(phase)}</text>`,
  );
  const lines = [...groupBy(bars, kindOf)].map(
    ([kind, same]) => html`<g class="${kind}">${same.map((bar) => lineOf(bar, scale))}</g>`,
  );
  return html`<svg class="waterfall" role="img" width="100%" height="${bars.length * ROW}"><title>${inWords(route, bars)}</title><g class="names">${names}</g>${lines}<g class="times">${times}</g></svg>`;
}

function lineOf({ phase, from, row }: Bar, scale: Scale): Markup {
  const start = share(from, scale);
  const end = Math.max(share(from + phase.ms, scale), start + HAIRLINE);
  const y = row * ROW + MIDDLE;
  return html`<line x1="${start}%" x2="${Math.round(end * 10) / 10}%" y1="${y}" y2="${y}"/>`;
}

/** Where a step leads, to a proxy or to the target, or that it failed. */
function kindOf({ phase: { name, status } }: Bar): string {
  if (status === "failed") return "failed";
  return name.startsWith("proxy-") || name === "tunnel" ? "to-proxy" : "to-target";
}

function wordsFor(phase: Taken): string {
  const time = timeOf(phase.ms);
  return phase.status === "ok" ? time : `${time} ✗ ${failureInCell(phase.failure.code, phase.failure.alert)}`;
}

function inWords(route: string, bars: readonly Bar[]): string {
  const steps = bars.map(({ phase }) => {
    const failed =
      phase.status === "failed" ? `, ${failureInCell(phase.failure.code, phase.failure.alert)}` : "";
    return `${PHASES[phase.name]} ${timeOf(phase.ms)}${failed}`;
  });
  return `${route}: ${steps.join("; ")}`;
}

function takenOf(phases: readonly Phase[]): readonly Taken[] {
  return phases.filter((phase): phase is Taken => phase.status !== "skipped");
}

function barsOf(phases: readonly Taken[]): readonly Bar[] {
  let from = 0;
  return phases.map((phase, row) => {
    const bar = { phase, from, row };
    from += phase.ms;
    return bar;
  });
}

function totalOf(phases: readonly Taken[]): number {
  return phases.reduce((total, { ms }) => total + ms, 0);
}

/** Per cent of a scale, to a tenth. */
function share(ms: number, scale: Scale): number {
  return Math.min(100, Math.round((ms / scale.ms) * 1000) / 10);
}

/** Milliseconds: tenths below ten of them. */
function timeOf(ms: number): string {
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
