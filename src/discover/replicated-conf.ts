import type { SettingsPlace } from "./place.ts";

/** Replicated's parameters before a licence is installed (domain-facts 4.1). */
export const replicatedConf: SettingsPlace = {
  files: ["/etc/replicated.conf"],
  loaders: ["replicated-conf"],
};
