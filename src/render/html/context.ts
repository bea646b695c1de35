import type { RoutingDecision } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import { type Route, routeId } from "../../model/route.ts";
import type { TargetId } from "../../model/target.ts";
import { pieceFor } from "../told/cells.ts";
import { type Decided, judgeOfDecisions } from "../told/decided.ts";
import { type ProxyNames, proxiesOf, proxyNames } from "../told/proxy-names.ts";
import type { Piece } from "../told/tone.ts";
import { type Anchors, anchorsOf } from "./anchors.ts";

/** A report and what every part of its page asks of it. */
export type Context = {
  readonly report: Report;
  readonly anchors: Anchors;
  readonly names: ProxyNames;
  /** What one route to one target did. */
  readonly outcome: (target: TargetId, route: Route) => Piece;
  readonly judge: (decision: RoutingDecision) => Decided;
};

/** What the page of a report is made from. */
export function contextOf(report: Report): Context {
  const names = proxyNames(proxiesOf(report));
  return {
    report,
    anchors: anchorsOf(report),
    names,
    outcome: (target, route) => pieceFor(report, target, routeId(route)),
    judge: judgeOfDecisions(report, names),
  };
}
