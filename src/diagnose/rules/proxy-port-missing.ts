import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** A proxy is named without a port, for which each client has another one of its own. */
export const proxyPortMissing: Rule<"proxy-port-missing"> = (the) =>
  misvalued(the, "proxy-port-missing").map((each) => ({ ...each, severity: "warning" as const }));
