import { numbered } from "./decide/proxies.ts";
import { ALL_PROGRAMS } from "./discover/discover.ts";
import { findStores } from "./discover/trust-stores/find-stores.ts";
import { type Examined, examine, type Subject } from "./examine.ts";
import { type MeasureOptions, measure } from "./measure/measure.ts";
import type { Network } from "./measure/network.ts";
import { NODE_AUTHORITIES } from "./measure/trust/chain-judge.ts";
import type { Report } from "./model/report.ts";
import type { Proxy } from "./model/route.ts";
import { attemptsOn } from "./prospect.ts";

/** What to check, and the world to check it in. Times are in milliseconds. */
export type CheckRequest = Subject & {
  readonly network: Network;
  /** Proxies to measure through besides those that settings name. */
  readonly proxies: readonly Proxy[];
  readonly measuring: MeasureOptions;
  /** Ends the run early; its reason is `deadline` or `interrupt`. */
  readonly signal: AbortSignal;
};

/** Judges a machine's settings and the traffic that was measured, and looks for fixes. */
export async function examineTraffic(request: CheckRequest): Promise<Examined> {
  const { network, measuring, clock, signal } = request;
  const examined = await examine(request, {
    judges: "traffic",
    asked: ALL_PROGRAMS,
    authorities: { own: [NODE_AUTHORITIES, ...network.stores], find: findStores },
    observe: async (components, targets, settings, stores, mark) => {
      const { attempts, proxies } = attemptsOn(
        components,
        targets,
        settings,
        request.proxies.map((proxy) => numbered(proxy, mark)),
      );
      const judging = { ...network, stores: [...network.stores, ...stores] };
      return measure(attempts, proxies, judging, { clock, ...measuring }, signal);
    },
  });
  if (!signal.aborted) return examined;
  const stopped = signal.reason === "interrupt" ? "interrupt" : "deadline";
  return { ...examined, report: { ...examined.report, stopped } };
}

/** The main job: from a machine to a report of what goes which way, what is wrong, and what mends it. */
export async function check(request: CheckRequest): Promise<Report> {
  return (await examineTraffic(request)).report;
}
