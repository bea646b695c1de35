import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** A proxy is to be spoken to in a protocol that some client which reads the setting does not speak. */
export const unsupportedProxyScheme: Rule<"unsupported-proxy-scheme"> = (the) =>
  misvalued(the, "unsupported-proxy-scheme").map((each) => ({ ...each, severity: "error" as const }));
