import type { Rule } from "../rule.ts";

/** `/etc/replicated.conf` is no JSON, or has key and value on different lines, where the installer does not find them. */
export const replicatedConfInvalid: Rule<"replicated-conf-invalid"> = (the) =>
  the.fileFaults
    .filter(({ loader }) => loader === "replicated-conf")
    .slice(0, 1)
    .map(({ path, line, text, kind }) => ({
      about: path,
      severity: "error" as const,
      subject: { setting: `HttpProxy (${path}:${line})` },
      args: { path, line, text, why: kind === "not-on-one-line" ? "not-on-one-line" : "not-json" },
      evidence: [`file:${path}`],
    }));
