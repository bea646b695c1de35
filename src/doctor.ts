import { decide } from "./decide/decide.ts";
import { proxiesNamed } from "./decide/proxies.ts";
import { ALL_PROGRAMS } from "./discover/discover.ts";
import { findStores } from "./discover/trust-stores/find-stores.ts";
import { examine, type Subject } from "./examine.ts";
import { NODE_AUTHORITIES, readAhead } from "./measure/chain-judge.ts";
import { type MeasureOptions, measure } from "./measure/measure.ts";
import type { Network } from "./measure/network.ts";
import type { Report } from "./model/report.ts";
import type { Proxy } from "./model/route.ts";
import { seenStore } from "./model/trust.ts";
import { plan } from "./plan.ts";

/** What to check, and the world to check it in. Times are in milliseconds. */
export type CheckRequest = Subject & {
  readonly network: Network;
  /** Proxies to measure through besides those that settings name. */
  readonly proxies: readonly Proxy[];
  readonly measuring: MeasureOptions;
  /** Ends the run early; its reason is `deadline` or `interrupt`. */
  readonly signal: AbortSignal;
};

/** The main job: from a machine to a report of what goes which way, what is wrong, and what mends it. */
export async function check(request: CheckRequest): Promise<Report> {
  const { network, measuring, signal } = request;
  const report = await examine(request, {
    judges: "traffic",
    asked: ALL_PROGRAMS,
    findStores: async (machine, settings) => {
      const found = await findStores(machine, settings);
      readAhead([...network.stores, ...found.stores]);
      return found;
    },
    observe: async (components, targets, settings, stores) => {
      const proxies = proxiesNamed(decide(components, targets, settings), settings, request.proxies);
      const judging = { ...network, stores: [...network.stores, ...stores] };
      return measure(plan(targets, [...proxies.values()]), proxies, judging, measuring, signal);
    },
  });
  const own = [NODE_AUTHORITIES, ...network.stores].map(seenStore);
  const whole = { ...report, trustStores: [...own, ...report.trustStores] };
  if (!signal.aborted) return whole;
  return { ...whole, stopped: signal.reason === "interrupt" ? "interrupt" : "deadline" };
}
