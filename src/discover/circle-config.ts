import type { SettingsSource } from "./reader.ts";

const FOLDER = "/var/lib/replicated/circle-config";

/** What Terraform's user data leaves for CircleCI's own configuration, one value a file (domain-facts 1.2). */
export const circleConfig: SettingsSource = ({ files }) =>
  files(
    ["http_proxy", "https_proxy", "no_proxy"].map((name) => `${FOLDER}/${name}`),
    { loaders: ["one-value"] },
  );
