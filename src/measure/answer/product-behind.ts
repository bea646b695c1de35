import type { AnsweredBy } from "../../model/observation.ts";
import type { Phase } from "../../model/phase.ts";
import { gatewayOf, refuserOf, serverOf } from "./product-of.ts";
import { tlsOf } from "./recognise.ts";

/**
 * The product that wrote an answer which is not the target's, where it gives itself away. A plain server counts where
 * the answer is a proxy's: in front of a page of someone else's, its name says nothing of who that is.
 */
export function productBehind(
  answeredBy: AnsweredBy,
  phases: readonly Phase[],
): { readonly product?: string } {
  const product = productOf(answeredBy, phases);
  return product === undefined ? {} : { product };
}

function productOf(answeredBy: AnsweredBy, phases: readonly Phase[]): string | undefined {
  if (answeredBy !== "proxy" && answeredBy !== "someone-else") return undefined;
  const tunnel = phases.find((phase) => phase.name === "tunnel");
  if (tunnel?.status === "failed") return refuserOf(tunnel.facts?.headers ?? {});
  const response = phases.find((phase) => phase.name === "response");
  if (response === undefined || response.status === "skipped") return undefined;
  const { status = 0, headers = {}, body = "" } = response.facts ?? {};
  const answer = { status, headers, body, ...tlsOf(phases) };
  return gatewayOf(answer) ?? (answeredBy === "proxy" ? serverOf(answer) : undefined);
}
