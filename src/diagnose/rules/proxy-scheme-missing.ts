import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** A proxy is named without `http://`: some clients guess it, and others refuse. */
export const proxySchemeMissing: Rule<"proxy-scheme-missing"> = (the) =>
  misvalued(the, "proxy-scheme-missing").map((each) => ({ ...each, severity: "error" as const }));
