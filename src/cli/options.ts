import * as v from "valibot";
import { parseProxyUrl } from "../decide/proxies.ts";
import { readHost } from "../model/host.ts";
import { EGRESS_POLICIES, type InstallationFlags, ROLES } from "../model/installation.ts";
import { holdsMask } from "../model/mark.ts";
import { maskProxyValue } from "../model/redact.ts";
import type { OwnTarget } from "../model/target.ts";
import { FORMATS, SHEET_FORMATS } from "../render/formats.ts";
import { oneOf, oneOrMore, parseOptions, text } from "./parse-options.ts";

/** The longest time that may be given, in seconds. */
export const MAX_SECONDS = 3600;

const host = v.pipe(
  text,
  v.check(
    (value) => readHost(value) !== undefined,
    ({ input }) => `"${input}" is not a host name or an address`,
  ),
  v.transform((value) => readHost(value) ?? value),
);

const region = v.pipe(
  text,
  v.regex(/^[a-z]{2,}(-[a-z]+)+-\d+$/, ({ input }) => `"${input}" is not an AWS region such as us-east-1`),
);

/** AWS's rules for new buckets ("Bucket naming rules", general purpose buckets). */
const bucket = v.pipe(
  text,
  v.regex(
    /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    ({ input }) => `"${input}" is not an S3 bucket name`,
  ),
);

const proxyUrl = v.pipe(
  text,
  v.check(
    (value) => parseProxyUrl(value) !== undefined,
    ({ input }) => `"${maskProxyValue(input)}" is not a proxy URL such as http://10.0.0.33:3128`,
  ),
  v.check(
    (value) => !hidesSecret(value),
    ({ input }) => `"${maskProxyValue(input)}" has *** where its secret is to be; write that itself`,
  ),
);

/** Whether a proxy's URL is one that was shown, with what is secret hidden. A script that stands in its URL may have any text. */
function hidesSecret(url: string): boolean {
  return holdsMask(url) && !/^pac\+data:/i.test(url);
}

const seconds = v.pipe(
  text,
  v.check(
    (value) => /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= MAX_SECONDS,
    ({ input }) => `"${input}" is not a number of seconds between 0 and ${MAX_SECONDS}`,
  ),
  v.transform(Number),
);

const serverVersion = v.pipe(
  text,
  v.regex(/^v?\d+(\.\d+)+$/, ({ input }) => `"${input}" is not a version such as 2.19.02`),
);

/** Of several names of the Services machine, as a configuration file may have them, the first. */
const firstHost = v.pipe(
  oneOrMore(host),
  v.transform((value) => (typeof value === "string" ? value : value[0])),
);

const format = oneOf(FORMATS);

/** What is judged, and whose settings: common to all commands that judge settings. */
export const JUDGED = {
  role: v.optional(oneOf(ROLES)),
  services: v.optional(firstHost),
  ghe: v.optional(host),
  region: v.optional(region),
  bucket: v.optional(bucket),
  nomadClient: v.optional(v.array(host), []),
  serverVersion: v.optional(serverVersion),
  egress: v.optional(oneOf(EGRESS_POLICIES)),
  targets: v.optional(v.custom<readonly OwnTarget[]>(Array.isArray), []),
  only: v.optional(v.array(v.string()), []),
  skip: v.optional(v.array(v.string()), []),
  root: v.optional(v.string()),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
  lab: v.optional(v.string()),
};

/** How it is told, and what the exit status says of it. */
const TOLD = {
  format,
  share: v.optional(v.boolean(), false),
  output: v.optional(v.string()),
  quiet: v.optional(v.boolean(), false),
  color: v.boolean(),
  strict: v.optional(v.boolean(), false),
  exitZero: v.optional(v.boolean(), false),
};

/** Through what besides, whom to trust, and how long it may take. */
const MEASURED = {
  proxy: v.optional(v.array(proxyUrl), []),
  caFile: v.optional(v.string()),
  timeout: seconds,
  deadline: seconds,
};

/** How much is told beside the report itself. */
const SHOWN = { quiet: v.optional(v.boolean(), false), color: v.boolean() };

const JudgedOptions = v.object(JUDGED);
const MeasuredOptions = v.object({ ...JUDGED, ...MEASURED, ...SHOWN });
const LintOptions = v.object({ ...JUDGED, ...TOLD });
const ReplayOptions = v.object({ ...TOLD, only: JUDGED.only, skip: JUDGED.skip });
const CheckOptions = v.object({ ...JUDGED, ...TOLD, ...MEASURED, watch: v.optional(seconds) });
const FixOptions = v.object({
  ...JUDGED,
  ...MEASURED,
  measure: v.optional(v.boolean(), false),
  write: v.optional(v.boolean(), false),
  dryRun: v.optional(v.boolean(), false),
  yes: v.optional(v.boolean(), false),
  format: oneOf(SHEET_FORMATS),
  quiet: v.optional(v.boolean(), false),
  color: v.boolean(),
  strict: v.optional(v.boolean(), false),
});
/** What is judged, and whose settings, checked; hosts without brackets. */
export type JudgedOptions = v.InferOutput<typeof JudgedOptions>;
/** The same, and how it is measured; seconds are numbers. */
export type MeasuredOptions = v.InferOutput<typeof MeasuredOptions>;
/** The options of `lint`, checked; hosts without brackets. */
export type LintOptions = v.InferOutput<typeof LintOptions>;
/** The options of `check`, checked; seconds are numbers, hosts without brackets. */
export type CheckOptions = v.InferOutput<typeof CheckOptions>;

/** The options of `replay`, checked: how it is told, and of which targets. */
export type ReplayOptions = v.InferOutput<typeof ReplayOptions>;

/** The options of `fix`, checked. */
export type FixOptions = v.InferOutput<typeof FixOptions>;

/** The options of `fix`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseFixOptions(raw: unknown): FixOptions {
  return parseOptions(FixOptions, raw);
}

/** The options of `check`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseCheckOptions(raw: unknown): CheckOptions {
  return parseOptions(CheckOptions, raw);
}

/** The options of `lint`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseLintOptions(raw: unknown): LintOptions {
  return parseOptions(LintOptions, raw);
}

/** The options of `replay`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseReplayOptions(raw: unknown): ReplayOptions {
  return parseOptions(ReplayOptions, raw);
}

/** What the command line says of the installation. */
export function flagsOf(options: JudgedOptions): InstallationFlags {
  const { role, egress, region, services, ghe, bucket, nomadClient, serverVersion } = options;
  return {
    ...(role === undefined ? {} : { role }),
    ...(egress === undefined ? {} : { egress }),
    ...(region === undefined ? {} : { region }),
    ...(services === undefined ? {} : { services }),
    ...(ghe === undefined ? {} : { ghe }),
    ...(bucket === undefined ? {} : { bucket }),
    ...(nomadClient.length === 0 ? {} : { nomadClients: nomadClient }),
    ...(serverVersion === undefined ? {} : { serverVersion }),
  };
}

/** How the value of an option is checked that several commands have. */
export const OPTION_VALUES = { bucket, firstHost, format, host, proxyUrl, region, seconds, serverVersion };
