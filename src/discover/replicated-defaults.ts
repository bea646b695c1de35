import type { SettingsSource } from "./reader.ts";

/**
 * What systemd passes to Replicated's containers, on Debian and on Red Hat systems (domain-facts 4.2); copies that
 * editors and packages leave beside it are nobody's settings.
 */
export const replicatedDefaults: SettingsSource = async ({ files, list }) => {
  const listings = await Promise.all(["/etc/default", "/etc/sysconfig"].map(list));
  const paths = listings.flatMap((listing) => listing.files);
  return files(
    paths.filter((path) => /\/replicated[\w-]*$/.test(path)),
    { loaders: ["docker-options"] },
  );
};
