import * as v from "valibot";
import { WORLD_NAMES } from "../../lab/worlds.ts";
import { EGRESS_POLICIES, ROLES } from "../../model/installation.ts";
import { MAX_SECONDS, OPTION_VALUES } from "../options.ts";
import { kindOf, oneOf, oneOrMore, text } from "../parse-options.ts";
import { flag, list, mapping } from "./schema-parts.ts";
import { TargetSchema } from "./target-schema.ts";

const { bucket, format, host, proxyUrl, region, serverVersion } = OPTION_VALUES;

/** What a run of the usual deadline can measure. */
const MOST_TARGETS = 500;

const path = v.pipe(text, v.nonEmpty("is empty"));
const seconds = v.pipe(
  v.number(({ received }) => `${kindOf(received)} is not a number of seconds`),
  v.gtValue(0, ({ received }) => `${received} is not more than 0 seconds`),
  v.maxValue(MAX_SECONDS, ({ received }) => `${received} is more than ${MAX_SECONDS} seconds`),
);

const targets = v.pipe(
  list(TargetSchema),
  v.maxLength(MOST_TARGETS, `are more than ${MOST_TARGETS}`),
  v.checkItems(
    ({ id }, at, all) => all.findIndex((other) => other.id === id) === at,
    ({ input }) => `the id "${input.id}" is there already`,
  ),
);

/** A configuration file: options of `check` by their names, and targets of a person's own. */
export const ConfigSchema = mapping({
  role: v.optional(oneOf(ROLES)),
  services: v.optional(oneOrMore(host)),
  ghe: v.optional(host),
  region: v.optional(region),
  bucket: v.optional(bucket),
  "nomad-client": v.optional(oneOrMore(host)),
  "server-version": v.optional(serverVersion),
  egress: v.optional(oneOf(EGRESS_POLICIES)),
  only: v.optional(oneOrMore(text)),
  skip: v.optional(oneOrMore(text)),
  targets: v.optional(targets),
  root: v.optional(path),
  "env-file": v.optional(path),
  "no-environment": v.optional(flag),
  lab: v.optional(oneOf(WORLD_NAMES)),
  proxy: v.optional(oneOrMore(proxyUrl)),
  "ca-file": v.optional(path),
  timeout: v.optional(seconds),
  deadline: v.optional(seconds),
  format: v.optional(format),
  share: v.optional(flag),
  output: v.optional(path),
  quiet: v.optional(flag),
  "no-color": v.optional(flag),
  strict: v.optional(flag),
  "exit-zero": v.optional(flag),
});
/** A configuration file's content, checked. */
export type Config = v.InferOutput<typeof ConfigSchema>;
