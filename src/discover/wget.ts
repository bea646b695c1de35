import type { SettingsSource } from "./reader.ts";

/** wget's settings: the machine's, then each user's (wget manual, "Wgetrc Location"). */
export const wget: SettingsSource = async ({ files, homes }) => {
  const own = (await homes()).map((home) => `${home}/.wgetrc`);
  return files(["/etc/wgetrc", ...own], { loaders: ["wgetrc"] });
};
