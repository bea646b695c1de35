import type { SettingsSource } from "./reader.ts";

/** The environment of logins, as pam_env reads it; CircleCI's page also has it sourced by a shell (domain-facts 4.6). */
export const etcEnvironment: SettingsSource = ({ files }) =>
  files(["/etc/environment"], { loaders: ["pam-env", "shell"] });
