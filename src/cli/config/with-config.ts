import { dirname, resolve } from "node:path";
import type { Command, Option } from "commander";
import { stoppable } from "../stoppable.ts";
import { UsageError } from "../usage-error.ts";
import type { Config } from "./config-schema.ts";
import { ownTarget } from "./own-target.ts";
import { type ReadConfig, readConfig } from "./read-config.ts";

/** Options as commander collects them, by the names of their attributes. */
type RawOptions = Readonly<Record<string, unknown>>;

/** A command's options, and an error about them as it is to be told. */
export type GivenOptions = {
  readonly values: RawOptions;
  readonly faultOf: (error: unknown) => unknown;
};

/** Options that name a place, which lies beside the file that names it. */
const PLACES: readonly string[] = ["root", "env-file", "ca-file", "output"];
/** Options that may be given again. */
const SEVERAL: readonly string[] = ["services", "nomad-client", "proxy"];
/** Those of which each is a list that commas separate, too. */
const NAMES: readonly string[] = ["only", "skip"];

/**
 * A command's options, where a configuration file gives those that the command line does not. Keys of which the command
 * has no option, and words that an option of another command takes, are for others. Rejects with a `UsageError` where the file is wrong, or both do not go together.
 */
export async function withConfig(command: Command, file: string): Promise<GivenOptions> {
  const read = await stoppable((signal) => readConfig(file, signal));
  const given = Object.entries(command.opts());
  const isTyped = (attribute: string) => command.getOptionValueSource(attribute) === "cli";
  const typed = Object.fromEntries(given.filter(([attribute]) => isTyped(attribute)));
  const taken = Object.fromEntries(
    command.options.flatMap((option) => {
      const key = option.long?.slice("--".length) ?? "";
      const attribute = option.attributeName();
      const value = rawValue(key, read.config, file);
      return value === undefined || isTyped(attribute) || !takes(option, value) ? [] : [[attribute, value]];
    }),
  );
  requireHarmony(command, { typed, taken }, read);
  const names = command.options.flatMap((option) =>
    option.attributeName() in taken ? [option.long?.slice("--".length) ?? ""] : [],
  );
  return {
    values: { ...Object.fromEntries(given), ...taken, targets: (read.config.targets ?? []).map(ownTarget) },
    faultOf: (error) => (error instanceof UsageError ? placed(error, names, read) : error),
  };
}

/** What is wrong with options that the file gives, told by the place there; all else as it is. */
function placed(error: UsageError, names: readonly string[], { placeOf }: ReadConfig): UsageError {
  const [, one = "", other = "", rest] =
    /^--([a-z-]+)(?: and --([a-z-]+))?: (.*)$/s.exec(error.message) ?? [];
  const [fromFile, besides] = names.includes(one) ? [one, other] : [other, one];
  if (!names.includes(fromFile)) return error;
  return new UsageError(`${placeOf(fromFile)}${besides === "" ? "" : ` and --${besides}`}: ${rest}`);
}

/** Whether an option takes a value, as far as it is one of a few words. */
function takes({ argChoices }: Option, value: unknown): boolean {
  return argChoices === undefined || (typeof value === "string" && argChoices.includes(value));
}

/** A value of the file as the command line would have it; `undefined` where the file has none. */
function rawValue(key: string, config: Config, file: string): unknown {
  const value: unknown = Object.entries(config).find(([name]) => name === key)?.[1];
  if (value === undefined || key === "targets") return undefined;
  if (key.startsWith("no-")) return value === true ? false : undefined;
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && PLACES.includes(key)) return resolve(dirname(file), value);
  if (SEVERAL.includes(key)) return [value].flat();
  return NAMES.includes(key) ? [value].flat().flatMap((each) => String(each).split(/\s*,\s*/)) : value;
}

/** What the command line refuses is refused of a file that it is put together with. */
function requireHarmony(
  { options }: Command,
  { typed, taken }: { readonly typed: RawOptions; readonly taken: RawOptions },
  { placeOf }: ReadConfig,
): void {
  const nameOf = (attribute: string) =>
    options.find((each) => each.attributeName() === attribute)?.long ?? "";
  for (const option of options) {
    const one = option.attributeName();
    for (const other of conflictsOf(option)) {
      const [fromFile, besides] = one in taken ? [one, other] : [other, one];
      if (fromFile in taken && (besides in taken || besides in typed)) {
        throw new UsageError(
          `${placeOf(nameOf(fromFile).slice("--".length))}: cannot be used with ${nameOf(besides)}`,
        );
      }
    }
  }
}

/** Commander keeps them, and its types do not tell. */
function conflictsOf(option: Option & { readonly conflictsWith?: readonly string[] }): readonly string[] {
  return option.conflictsWith ?? [];
}
