import { provedInsertion, provedReplacement, type Span, splice } from "./edit.ts";
import { envFile } from "./env-file.ts";
import { droppedFromEnvironmentFile } from "./env-file-faults.ts";
import type { Assignment, Format } from "./format.ts";
import { provedRemoval } from "./removal.ts";

/** One word of an options string with its quotes removed, and where it stands. */
type Word = Span & { readonly text: string };

/** A variable that docker is told to give the container; `form` is what stands before its name in its word. */
type Passed = {
  readonly name: string;
  readonly value: string;
  readonly word: Word;
  readonly form: string;
};

/** Words as systemd splits `$REPLICATED_OPTS` in a command line: at white space, quotes removed. */
function wordsOf(options: string): readonly Word[] {
  const pattern = /(?:[^ \t\r\n"'\\]+|\\[\s\S]?|"(?:[^"\\]+|\\[\s\S])*\\?"?|'(?:[^'\\]+|\\[\s\S])*\\?'?)+/g;
  return [...options.matchAll(pattern)].map((match) => ({
    text: withoutQuotes(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function withoutQuotes(raw: string): string {
  const piece = /\\([\s\S]?)|"((?:[^"\\]+|\\[\s\S])*)\\?"?|'((?:[^'\\]+|\\[\s\S])*)\\?'?/g;
  return raw.replace(piece, (_, escaped?: string, double?: string, single?: string) => {
    return escaped ?? (double ?? single ?? "").replace(/\\([\s\S])/g, "$1");
  });
}

function variablesOf(options: string): readonly Passed[] {
  const words = wordsOf(options);
  return words.flatMap((word, index) => {
    const before = words[index - 1]?.text;
    const form = before === "-e" || before === "--env" ? "" : /^(--env=|-e=?)/.exec(word.text)?.[0];
    if (form === undefined) return [];
    const assignment = word.text.slice(form.length);
    const equals = assignment.indexOf("=");
    if (equals < 1) return [];
    return [{ name: assignment.slice(0, equals), value: assignment.slice(equals + 1), word, form }];
  });
}

/** The options variables of the file, for example `REPLICATED_OPTS`. */
function optionsIn(text: string): readonly Assignment[] {
  return envFile.read(text).filter(({ name }) => name.endsWith("_OPTS"));
}

function read(text: string): readonly Assignment[] {
  return optionsIn(text).flatMap(({ value: options, line }) =>
    variablesOf(options).map(({ name, value }) => ({ name, value, line, exported: true })),
  );
}

/** Docker's options reach it as words, so a value with white space, quotes or a backslash cannot be passed. */
function isOneWord(value: string): boolean {
  return !/[\s"'\\]/.test(value);
}

function replace(text: string, line: number, name: string, value: string): string {
  if (!isOneWord(value)) return text;
  const variables = optionsIn(text)
    .filter((options) => options.line === line)
    .flatMap((options) => variablesOf(options.value).map((passed) => ({ options, passed })));
  const found = variables.findLast(({ passed }) => passed.name === name);
  if (found === undefined || found.passed.value === value) return text;
  const { options, passed } = found;
  const edited = splice(options.value, passed.word, `${passed.form}${name}=${value}`);
  const after = envFile.replace(text, line, options.name, edited);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, line: number, name: string, value: string): string {
  if (!isOneWord(value)) return text;
  const option = `-e ${name}=${value}`;
  const options = optionsIn(text).findLast((each) => line === 0 || each.line === line);
  const after =
    options === undefined
      ? envFile.insert(text, line, "REPLICATED_OPTS", option)
      : envFile.replace(text, options.line, options.name, `${options.value} ${option}`.trimStart());
  return provedInsertion(read, { before: text, after }, { name, value });
}

/** Without the option, and an `-e` before it that has no other use. */
function remove(text: string, line: number, name: string): string {
  const found = optionsIn(text)
    .filter((options) => options.line === line)
    .flatMap((options) => variablesOf(options.value).map((passed) => ({ options, passed })))
    .find(({ passed }) => passed.name === name);
  if (found === undefined) return text;
  const { value, name: variable } = found.options;
  const { word, form } = found.passed;
  const before = wordsOf(value).findLast(({ end }) => end < word.start);
  const start = form === "" ? (before?.start ?? word.start) : word.start;
  const rest = `${value.slice(0, start).trimEnd()} ${value.slice(word.end).trimStart()}`.trim();
  const after = envFile.replace(text, line, variable, rest);
  return provedRemoval(read, { before: text, after }, { line, name });
}

/**
 * The variables that `/etc/default/replicated` and its like pass into a container: an EnvironmentFile whose
 * `*_OPTS` value holds docker's `-e NAME=value` options (domain-facts 4.2). `line` is that of the `*_OPTS`
 * assignment. A new variable joins the options there; a file without options gets a `REPLICATED_OPTS`.
 */
export const dockerOptions: Format = {
  read,
  faults: droppedFromEnvironmentFile,
  replace,
  insert,
  remove,
};
