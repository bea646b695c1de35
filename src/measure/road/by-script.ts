import { failedPhaseOf, type Observation, type ScriptsAnswer } from "../../model/observation.ts";
import type { FailureCode, PhaseName } from "../../model/phase.ts";
import { DIRECT, type Proxy, type RouteId, routeId } from "../../model/route.ts";
import type { Target } from "../../model/target.ts";
import { HALTED, openTrace } from "../trace.ts";
import { withSkipped } from "./expected-phases.ts";
import { wayTo } from "./open-route.ts";
import { askScript, type ScriptsChoice } from "./pac.ts";

/** What came of going one way: an observation, but for whose it is. */
export type Journey = Omit<Extract<Observation, { phases: unknown }>, "id" | "target" | "route">;

/** Phases whose failure means that the proxy was not reached, upon which browsers take the script's next entry. */
const REACHING: ReadonlySet<PhaseName> = new Set(["proxy-dns", "proxy-tcp"]);

/**
 * Asks a script which way to go, and goes it: along the first entry whose proxy is reached. A script that fails is
 * recorded as a proxy that cannot be looked up; running one is no phase.
 */
export async function byScript(
  target: Target,
  proxy: Proxy,
  go: (proxy: Proxy | undefined) => Promise<Journey>,
  stop: AbortSignal,
): Promise<Journey> {
  const trace = openTrace(stop);
  const { script = "" } = proxy;
  try {
    const { answer, choices } = await trace.step("proxy-dns", async (signal) => ({
      facts: { host: "", addresses: [] },
      value: await askScript(script, target.url, signal),
    }));
    const passedOver: { readonly route: RouteId; readonly failure: FailureCode }[] = [];
    for (const choice of choices) {
      const journey = await go(choice === "direct" ? undefined : choice);
      const route = nameOf(choice);
      const failure = notReached(journey);
      const isLast = choice === choices.at(-1);
      if (failure === undefined || isLast || stop.aborted) {
        const taken: ScriptsAnswer = { answer, chose: route, passedOver };
        return { ...journey, script: taken };
      }
      passedOver.push({ route, failure });
    }
    throw new Error("a script's answer without a choice");
  } catch (error) {
    if (error !== HALTED) throw error;
    return {
      outcome: "failed",
      answeredBy: "unknown",
      phases: withSkipped(wayTo(target, proxy), trace.phases),
    };
  }
}

function nameOf(choice: ScriptsChoice): RouteId {
  return choice === "direct" ? routeId(DIRECT) : choice.id;
}

function notReached({ phases }: Journey): FailureCode | undefined {
  const failed = failedPhaseOf(phases);
  return failed !== undefined && REACHING.has(failed.name) ? failed.failure.code : undefined;
}
