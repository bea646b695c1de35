import type { SettingsSource } from "./reader.ts";

/** git's settings: the machine's, then each user's two files, of which `.gitconfig` is the later (git-config, FILES). */
export const git: SettingsSource = async ({ files, homes }) => {
  const own = (await homes()).flatMap((home) => [`${home}/.config/git/config`, `${home}/.gitconfig`]);
  return files(["/etc/gitconfig", ...own], { loaders: ["git-config"] });
};
