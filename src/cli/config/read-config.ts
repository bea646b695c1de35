import * as v from "valibot";
import { readNamed } from "../named-file.ts";
import { UsageError } from "../usage-error.ts";
import { type Config, ConfigSchema } from "./config-schema.ts";
import { type ParsedYaml, type Path, type Place, parseYaml } from "./parse-yaml.ts";

/** A configuration file's content, and where each of its keys stands. */
export type ReadConfig = { readonly config: Config; readonly placeOf: (key: string) => string };

/**
 * Reads a configuration file. Rejects with a `UsageError` that names the file, the line and column, the key and the
 * value: of several faults, the first in the file.
 */
export async function readConfig(file: string, signal: AbortSignal): Promise<ReadConfig> {
  const parsed = parseYaml(await readNamed("--config", file, signal));
  const at = ({ line, column }: Place) => `${file}:${line}:${column}`;
  if ("what" in parsed) throw new UsageError(`${at(parsed.place)}: ${parsed.what}`);
  const checked = v.safeParse(ConfigSchema, parsed.value);
  if (!checked.success) {
    const { place, words } = firstOf(checked.issues.flatMap(toldBy(parsed)));
    throw new UsageError(`${at(place)}: ${words}`);
  }
  return { config: checked.output, placeOf: (key) => `${at(parsed.placeOf([key], "key"))}: ${key}` };
}

type Issue = Pick<v.BaseIssue<unknown>, "message" | "path" | "expected" | "issues" | "type">;
type Told = { readonly place: Place; readonly words: string; readonly isAbsent: boolean };

/** What an issue says; what none of several schemas takes is told by the one that came furthest. */
function toldBy({ placeOf }: ParsedYaml): (issue: Issue) => readonly Told[] {
  const tell = (issue: Issue, above: Path): readonly Told[] => {
    const path = [...above, ...pathOf(issue)];
    const within =
      issue.type === "union" ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : [];
    if (within.length > 0) return within.flatMap((each) => tell(each, path));
    const isUnknown = issue.type === "strict_object" && issue.expected === "never";
    const isAbsent = issue.type === "strict_object" && issue.expected !== "Object" && !isUnknown;
    // Where a key is absent, all there is to show is the mapping without it.
    const shown = isAbsent ? path.slice(0, -1) : path;
    const key = (isUnknown ? path.slice(0, -1) : shown).findLast((each) => typeof each === "string");
    const place = placeOf(shown, isUnknown ? "key" : "value");
    return [{ place, words: key === undefined ? issue.message : `${key}: ${issue.message}`, isAbsent }];
  };
  return (issue) => tell(issue, []);
}

function pathOf({ path }: Issue): Path {
  return (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

/** What is absent comes last: it may be there, and misspelled. */
function firstOf(told: readonly Told[]): Told {
  const [first] = told.toSorted(
    (one, other) =>
      Number(one.isAbsent) - Number(other.isAbsent) ||
      one.place.line - other.place.line ||
      one.place.column - other.place.column,
  );
  if (first === undefined) throw new Error("an issue that says nothing");
  return first;
}
