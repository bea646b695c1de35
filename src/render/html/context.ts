import type { RoutingDecision } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import { type Decided, judgeOfDecisions, type Outcomes, outcomesIn } from "../told/decided.ts";
import { type ProxyNames, proxiesOf, proxyNames } from "../told/proxy-names.ts";
import { type Anchors, anchorsOf } from "./anchors.ts";

/** A report and what every part of its page asks of it. */
export type Context = {
  readonly report: Report;
  readonly anchors: Anchors;
  readonly names: ProxyNames;
  /** What one route to one target did. */
  readonly outcome: Outcomes;
  readonly judge: (decision: RoutingDecision) => Decided;
};

/** What the page of a report is made from. */
export function contextOf(report: Report): Context {
  const names = proxyNames(proxiesOf(report));
  const outcome = outcomesIn(report);
  return {
    report,
    anchors: anchorsOf(report),
    names,
    outcome,
    judge: judgeOfDecisions(report, names, outcome),
  };
}
