import type { SettingsSource } from "./reader.ts";

/**
 * Names that apt reads in `apt.conf.d` (apt.conf(5); `GetListOfFilesInDir` of `fileutl.cc`): no extension or `conf`,
 * no other characters than these, no dot at either end.
 */
const READ_BY_APT = /\/(?:[\w:-]+|[\w:-][\w:.-]*\.conf)$/;

/** apt's settings: `apt.conf.d` in the order of the names, then `apt.conf`, which wins. */
export const apt: SettingsSource = async ({ files, list }) => {
  const { files: parts } = await list("/etc/apt/apt.conf.d");
  return files([...parts.filter((path) => READ_BY_APT.test(path)), "/etc/apt/apt.conf"], {
    loaders: ["apt-conf"],
  });
};
