import type { SettingsSource } from "./reader.ts";

/** Each user's options for curl; there are none of the machine's (curl manual, `--config`). */
export const curl: SettingsSource = async ({ files, homes }) => {
  const paths = (await homes()).map((home) => `${home}/.curlrc`);
  return files(paths, { loaders: ["curlrc"] });
};
