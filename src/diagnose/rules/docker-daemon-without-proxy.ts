import type { Rule } from "../rule.ts";

/** Not yet. */
export const dockerDaemonWithoutProxy: Rule<"docker-daemon-without-proxy"> = () => [];
