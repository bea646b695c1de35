import * as v from "valibot";
import { FORMS } from "../generate/recipe.ts";
import { EGRESS_POLICIES, type InstallationFlags, ROLES } from "../model/installation.ts";
import { OPTION_VALUES } from "./options.ts";
import { oneOf, oneOrMore, parseOptions } from "./parse-options.ts";

const { bucket, host, proxyUrl, region, serverVersion } = OPTION_VALUES;

/** A configuration file may name several, of which each is measured by check. */
const onlyProxy = v.pipe(
  oneOrMore(proxyUrl),
  v.check((value) => typeof value === "string" || value.length < 2, "names several; which one is meant?"),
  v.transform((value) => (typeof value === "string" ? value : value[0])),
);

const GenerateOptions = v.object({
  role: v.optional(oneOf(ROLES)),
  proxy: v.optional(onlyProxy),
  services: v.optional(v.array(host), []),
  ghe: v.optional(host),
  region: v.optional(region),
  bucket: v.optional(bucket),
  nomadClient: v.optional(v.array(host), []),
  serverVersion: v.optional(serverVersion),
  egress: v.optional(oneOf(EGRESS_POLICIES)),
  root: v.optional(v.string()),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
  form: v.optional(v.array(oneOf(FORMS)), []),
  output: v.optional(v.pipe(v.string(), v.nonEmpty("names no directory"))),
});
/** The options of `generate`, checked; hosts without brackets. */
export type GenerateOptions = v.InferOutput<typeof GenerateOptions>;

/** The options of `generate`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseGenerateOptions(raw: unknown): GenerateOptions {
  return parseOptions(GenerateOptions, raw);
}

/** What the command line says of the installation; of several names of the Services machine the first. */
export function flagsForGenerate(options: GenerateOptions): InstallationFlags {
  const { role, egress, region, services, ghe, bucket, nomadClient, serverVersion } = options;
  const [named] = services;
  return {
    ...(role === undefined ? {} : { role }),
    ...(egress === undefined ? {} : { egress }),
    ...(region === undefined ? {} : { region }),
    ...(named === undefined ? {} : { services: named }),
    ...(ghe === undefined ? {} : { ghe }),
    ...(bucket === undefined ? {} : { bucket }),
    ...(nomadClient.length === 0 ? {} : { nomadClients: nomadClient }),
    ...(serverVersion === undefined ? {} : { serverVersion }),
  };
}
