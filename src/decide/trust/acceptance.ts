import type { PhaseFacts } from "../../model/phase.ts";
import type { Acceptance, TrustDecision, TrustFault, TrustStoreId } from "../../model/trust.ts";
import { TRUST } from "./index.ts";

/** What TLS showed of a target's certificate. */
type Shown = Pick<PhaseFacts["tls"], "trust" | "wrongName">;

/** What several stores say together: the fault that is nearest to trust is the one that keeps them from it. */
const NEAREST: readonly TrustFault[] = [
  "weak-key",
  "expired",
  "not-yet-valid",
  "not-for-servers",
  "not-an-authority",
  "unknown-issuer",
  "unknown-root",
  "self-signed",
];

/** What a component makes of a certificate, by the authorities that it goes by. */
export function acceptanceOf(decision: TrustDecision, shown: Shown, version?: string): Acceptance {
  if ("takes" in decision) return { says: "accepts" };
  // Whoever checks at all checks the name.
  if (shown.wrongName) return { says: "refuses", why: "wrong-name" };
  if ("unknown" in decision) return { says: "unknown", because: decision.unknown };
  const stops = TRUST[decision.client].stopsAtIntermediate(version);
  if ("stores" in decision) return byAll(decision.stores, shown, stops);
  const [first, ...others] = decision.oneOf.map((store) => byAll([store], shown, stops));
  const agree = first !== undefined && others.every(({ says }) => says === first.says);
  return agree ? first : { says: "unknown", because: "not-found" };
}

function byAll(
  stores: readonly TrustStoreId[],
  { trust }: Shown,
  stops: "yes" | "no" | "unknown",
): Acceptance {
  if (stores.length === 0) return { says: "refuses", why: "no-authorities" };
  const verdicts = stores.map((store) => trust[store]);
  if (verdicts.includes("trusted")) return { says: "accepts" };
  if (verdicts.includes("trusted-intermediate") && stops !== "no") {
    return stops === "yes" ? { says: "accepts" } : { says: "unknown", because: "not-judged" };
  }
  if (verdicts.includes(undefined)) return { says: "unknown", because: "not-judged" };
  const why = NEAREST.find((fault) => verdicts.includes(fault)) ?? "unknown-issuer";
  // How weak is too weak, each build of a library decides for itself.
  return why === "weak-key" ? { says: "unknown", because: "not-judged" } : { says: "refuses", why };
}
