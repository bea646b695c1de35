import type { SettingsSource } from "./reader.ts";

/** Settings of the whole CircleCI installation, then of its services, each sourced by a shell (domain-facts 4.4, 4.5). */
export const circleCustomizations: SettingsSource = async ({ files, list }) => {
  const { directories: services } = await list("/etc/circleconfig");
  const ofServices = services.map((service) => `${service}/customizations`);
  return files(["/etc/circle-installation-customizations", ...ofServices], { loaders: ["shell"] });
};
