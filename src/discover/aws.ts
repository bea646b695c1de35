import type { SettingsSource } from "./reader.ts";

/** Each user's settings of the AWS command (domain-facts 4.12). */
export const aws: SettingsSource = async ({ files, homes }) => {
  const paths = (await homes()).map((home) => `${home}/.aws/config`);
  return files(paths, { loaders: ["aws-config"] });
};
