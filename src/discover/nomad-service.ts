import type { SettingsPlace } from "./place.ts";

/** The Nomad agent's unit and its drop-ins; what it starts inherits them (domain-facts 4.12). */
export const nomadService: SettingsPlace = {
  files: ["/etc/systemd/system/nomad.service"],
  directories: ["/etc/systemd/system/nomad.service.d"],
  loaders: ["systemd"],
};
