import type { SettingsSource } from "./reader.ts";

/** What each user's Docker command gives the containers that it creates (domain-facts 4.8). */
export const dockerConfig: SettingsSource = async ({ files, homes }) => {
  const paths = (await homes()).map((home) => `${home}/.docker/config.json`);
  return files(paths, { loaders: ["docker-config-json"] });
};
