import type { Observation } from "../../src/model/observation.ts";
import type { Phase } from "../../src/model/phase.ts";

/**
 * What an observation tells, in one line: `<phase>/<failure code>` or who answered, then the alert or the status,
 * then in brackets what is wrong with a certificate: `tls/tls-alert 40`, `target 200 [expired]`.
 */
export function toldOf(observation: Observation): string {
  if (observation.outcome === "broken") return `broken: ${observation.error}`;
  const { phases, answeredBy } = observation;
  return [outcomeOf(phases) ?? [answeredBy, ...answerIn(phases)].join(" "), ...phases.flatMap(flawsOf)].join(
    " ",
  );
}

function outcomeOf(phases: readonly Phase[]): string | undefined {
  for (const phase of phases) {
    if (phase.status !== "failed") continue;
    const { code, alert, status } = phase.failure;
    return [`${phase.name}/${code}`, ...[alert ?? status ?? []].flat()].join(" ");
  }
  return undefined;
}

function answerIn(phases: readonly Phase[]): readonly number[] {
  const response = phases.find(({ name }) => name === "response");
  if (response?.name !== "response" || response.status !== "ok") return [];
  return [response.facts.status ?? []].flat();
}

function flawsOf(phase: Phase): readonly string[] {
  if (phase.status !== "ok" || (phase.name !== "tls" && phase.name !== "proxy-tls")) return [];
  const { untrusted, wrongName } = phase.facts;
  const flaws = [...[untrusted ?? []].flat(), ...(wrongName ? ["wrong name"] : [])];
  return flaws.length === 0 ? [] : [`[${phase.name === "tls" ? "" : "proxy: "}${flaws.join(", ")}]`];
}

/** Whether nothing in an observation could move a terminal's cursor or turn its text around. */
export function isScrubbed(value: unknown): boolean {
  if (typeof value === "string") return !/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
  return typeof value !== "object" || value === null || Object.entries(value).flat().every(isScrubbed);
}
