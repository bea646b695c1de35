import * as v from "valibot";
import { didYouMeanOneOf } from "../did-you-mean.ts";
import { kindOf } from "../parse-options.ts";

/** A schema with what it is for, which editors show. */
export function told<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** A mapping of these keys and no others. */
export function mapping<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, ({ expected, input, path }) => {
    if (expected === "Object") return "is not a mapping";
    if (Array.isArray(path?.at(-1)?.input)) return "a list stands where a mapping is wanted";
    if (expected !== "never") return `${expected.replaceAll('"', "")} is missing`;
    return `unknown key "${input}"${didYouMeanOneOf(String(input), Object.keys(entries))}`;
  });
}

/** A list, also one of a single item. */
export function list<const S extends v.GenericSchema>(schema: S) {
  return v.array(schema, ({ received }) => `${kindOf(received)} is not a list`);
}

/** `true` or `false`. */
export const flag = v.boolean(({ received }) => `${kindOf(received)} is neither true nor false`);
