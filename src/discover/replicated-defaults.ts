import type { SettingsPlace } from "./place.ts";

/** What systemd passes to Replicated's containers, on Debian and on Red Hat systems (domain-facts 4.2). */
export const replicatedDefaults: SettingsPlace = {
  files: [
    "/etc/default/replicated",
    "/etc/default/replicated-operator",
    "/etc/sysconfig/replicated",
    "/etc/sysconfig/replicated-operator",
  ],
  loaders: ["docker-options"],
};
