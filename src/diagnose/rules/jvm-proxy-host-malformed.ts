import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmProxyHostMalformed: Rule<"jvm-proxy-host-malformed"> = () => [];
