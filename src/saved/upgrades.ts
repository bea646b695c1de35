import type { Report, SCHEMA_VERSION } from "../model/report.ts";
import { type Fields, isFields } from "./reader.ts";

/** Every version of the report's schema that was ever written. */
type SchemaVersion = 1;

/** Makes a report of one version one of the next. */
export type Upgrade = (report: Fields) => Fields;

/** How a report of each earlier version becomes one of the next; a new version asks for a line here. */
export const UPGRADES: Readonly<Record<number, Upgrade>> = {} satisfies Readonly<
  Record<Exclude<SchemaVersion, typeof SCHEMA_VERSION>, Upgrade>
>;

/** What a report says by leaving out a field that was added to its version later. */
const BEFORE_THERE_WAS_ONE = {
  judges: "traffic",
  fileFaults: [],
  files: [],
  processes: [],
  trustStores: [],
  trust: [],
  egress: [],
} as const satisfies Partial<Report>;

/** The same of what is said of the installation. */
const INSTALLATION_BEFORE = {
  onEc2: "unknown",
  init: "unknown",
  programs: {},
  found: {},
} as const satisfies Partial<Report["installation"]>;

/** A report of an earlier version, or from before a field was added, as one of today. */
export function upgraded(
  report: Fields,
  version: number,
  upgrades: Readonly<Record<number, Upgrade>> = UPGRADES,
): Fields {
  const upgrade = upgrades[version];
  return upgrade === undefined ? withDefaults(report) : upgraded(upgrade(report), version + 1, upgrades);
}

function withDefaults(report: Fields): Fields {
  const { installation } = report;
  const whole = completed(report, BEFORE_THERE_WAS_ONE);
  return isFields(installation)
    ? { ...whole, installation: completed(installation, INSTALLATION_BEFORE) }
    : whole;
}

/** What is missing comes last: the order of what is there stays. */
function completed(fields: Fields, defaults: Fields): Fields {
  const missing = Object.entries(defaults).filter(([key]) => !Object.hasOwn(fields, key));
  return { ...fields, ...Object.fromEntries(missing) };
}
