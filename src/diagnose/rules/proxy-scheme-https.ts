import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** A proxy is to be spoken to in TLS, which hardly any HTTP proxy understands. */
export const proxySchemeHttps: Rule<"proxy-scheme-https"> = (the) =>
  misvalued(the, "proxy-scheme-https").map((each) => ({ ...each, severity: "warning" as const }));
