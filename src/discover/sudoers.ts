import type { SettingsSource } from "./reader.ts";

/** What sudo lets through; it passes over names with a dot, and those that end in `~` (sudoers(5), `@includedir`). */
export const sudoers: SettingsSource = async ({ files, list }) => {
  const { files: included } = await list("/etc/sudoers.d");
  return files(["/etc/sudoers", ...included.filter((path) => /\/[^/.]*[^/.~]$/.test(path))], {
    loaders: ["sudoers"],
  });
};
