import type { SettingsSource } from "./reader.ts";

/** What login shells source, in the order of the names, hidden ones left out (`/etc/profile`). */
export const loginProfiles: SettingsSource = async ({ files, list }) => {
  const { files: paths } = await list("/etc/profile.d");
  return files(
    paths.filter((path) => /\/[^/.][^/]*\.sh$/.test(path)),
    { loaders: ["shell"] },
  );
};
