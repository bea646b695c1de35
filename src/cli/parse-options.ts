import * as v from "valibot";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What commander collected, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseOptions<S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(`${optionName(String(issue.path?.[0]?.key ?? ""))}: ${issue.message}`);
}

/** What was received, as the library says it, in the words of whoever writes a file. */
export function kindOf(received: string): string {
  const words: Readonly<Record<string, string>> = { Object: "a mapping", Array: "a list" };
  return words[received] ?? received;
}

/** A text, and no number or list, of which a file may have either. */
export const text = v.string(({ received }) => `${kindOf(received)} is not a text`);

/** One, or a list of them, which only a file has. */
export function oneOrMore<const S extends v.GenericSchema>(schema: S) {
  const several = v.array(schema, ({ received }) => `${kindOf(received)} is not a list`);
  return v.union([schema, several], ({ input, received, issues }) => {
    const ofOne = typeof input === "string" ? issues?.[0]?.message : undefined;
    return ofOne ?? `${kindOf(received)} is neither a text nor a list of texts`;
  });
}

/** One of a few words; what is none of them is refused with the nearest. */
export function oneOf<const W extends readonly string[]>(
  words: W,
): v.PicklistSchema<W, v.ErrorMessage<v.PicklistIssue>> {
  return v.picklist(words, ({ input, received }) =>
    typeof input === "object" && input !== null
      ? `${kindOf(received)} is not one of ${words.join(", ")}`
      : notOneOf(String(input), words),
  );
}

function optionName(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
