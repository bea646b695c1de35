import { decide } from "../decide/decide.ts";
import type { Component } from "../model/component.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { onceFor } from "../model/once-for.ts";
import type { Target } from "../model/target.ts";
import type { Case } from "./evidence.ts";

/** Which way each component goes to a host that nobody has listed, by `http:` and by `https:`, whatever it calls else. */
export function decisionsElsewhere({ components, settings }: Case): readonly RoutingDecision[] {
  return decide(components.filter(({ client }) => client !== "none").map(calling), ELSEWHERE, settings);
}

const calling = onceFor((component: Component): Component => ({ ...component, needs: ["elsewhere"] }));

const ELSEWHERE: readonly Target[] = ["http", "https"].map((scheme) => ({
  id: `elsewhere/${scheme}`,
  url: `${scheme}://www.example.com/`,
  exchange: { kind: "connect" },
  marks: [],
  policy: { standard: "either", corporate: "either" },
  reason: "",
}));
