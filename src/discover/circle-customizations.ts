import type { SettingsPlace } from "./place.ts";

/** Settings of the whole CircleCI installation, sourced by a shell (domain-facts 4.4). */
export const circleCustomizations: SettingsPlace = {
  files: ["/etc/circle-installation-customizations"],
  loaders: ["shell"],
};
