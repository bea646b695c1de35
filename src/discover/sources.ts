import { apt } from "./apt.ts";
import { aws } from "./aws.ts";
import { circleConfig } from "./circle-config.ts";
import { circleCustomizations } from "./circle-customizations.ts";
import { curl } from "./curl.ts";
import { dockerConfig } from "./docker-config.ts";
import { dockerDaemon } from "./docker-daemon.ts";
import { etcEnvironment } from "./etc-environment.ts";
import { git } from "./git.ts";
import { loginProfiles } from "./login-profiles.ts";
import type { SettingsSource } from "./reader.ts";
import { replicatedConf } from "./replicated-conf.ts";
import { replicatedDefaults } from "./replicated-defaults.ts";
import { sudoers } from "./sudoers.ts";
import { units } from "./units.ts";
import { wget } from "./wget.ts";

/** Every source of settings files, in the order of the report. */
export const SOURCES: readonly SettingsSource[] = [
  etcEnvironment,
  loginProfiles,
  circleCustomizations,
  circleConfig,
  replicatedConf,
  replicatedDefaults,
  dockerDaemon,
  dockerConfig,
  units,
  wget,
  curl,
  git,
  aws,
  apt,
  sudoers,
];
