import type { SettingsPlace } from "./place.ts";

/** The Docker daemon's unit and its drop-ins; it reads no other environment (domain-facts 4.7). */
export const dockerService: SettingsPlace = {
  files: ["/etc/systemd/system/docker.service"],
  directories: ["/etc/systemd/system/docker.service.d"],
  loaders: ["systemd"],
};
