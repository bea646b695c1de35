import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmHttpsProxyMissing: Rule<"jvm-https-proxy-missing"> = () => [];
