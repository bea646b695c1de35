import { endpointOf } from "../../model/target.ts";
import { outages } from "../outage.ts";
import type { Rule } from "../rule.ts";

/** Ports of the Services machine that this Nomad client needs and cannot open; no proxy serves them. */
export const portClosed: Rule<"port-closed"> = (the) =>
  outages(the, "port", ["timing-out", "unreachable"]).map(
    ({ hosts, targets, components, failures, evidence }) => ({
      about: targets[0],
      severity: "error",
      subject: { target: targets[0] },
      args: {
        hosts,
        ports: the.targets.filter(({ id }) => targets.includes(id)).map(({ url }) => endpointOf(url).port),
        targets,
        components,
        failure: failures[0]?.code ?? "unknown",
      },
      evidence,
    }),
  );
