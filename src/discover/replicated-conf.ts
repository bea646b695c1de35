import type { SettingsSource } from "./reader.ts";

/** Replicated's parameters before a licence is installed (domain-facts 4.1). */
export const replicatedConf: SettingsSource = ({ files }) =>
  files(["/etc/replicated.conf"], { loaders: ["replicated-conf"] });
