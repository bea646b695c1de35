import { addLine, endingNear, nextLine, provedInsertion, provedReplacement, splice } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { isHarmless } from "./quoting.ts";
import { withoutSpan, withoutStatement } from "./removal.ts";
import { directivesOf, type LogicalLine, logicalLines } from "./systemd-directives.ts";
import { systemdFaults } from "./systemd-faults.ts";
import { readWords, withoutSpecifiers } from "./systemd-words.ts";

type Entry = Assignment & { readonly start: number; readonly end: number; readonly within: LogicalLine };

function entriesOf(text: string): readonly Entry[] {
  let entries: Entry[] = [];
  let unset = new Set<string>();
  for (const { key, from, within } of directivesOf(text)) {
    const isEmpty = within.text.slice(from).trim() === "";
    if (key === "UnsetEnvironment") {
      if (isEmpty) unset = new Set();
      for (const each of namesIn(within.text, from)) unset.add(each);
    } else if (key === "Environment") {
      if (isEmpty) entries = [resetAt(within, from)];
      for (const each of assignmentsAt(within, from)) entries.push(each);
    }
  }
  // systemd takes these away last, wherever they stand.
  return entries.filter(
    ({ name, value, resets }) => resets || !(unset.has(name) || unset.has(`${name}=${value}`)),
  );
}

function assignmentsAt(within: LogicalLine, from: number): readonly Entry[] {
  return [...readWords(within.text, from)].flatMap(({ text, start, end }): readonly Entry[] => {
    const assignment = assignmentIn(text);
    return assignment === undefined
      ? []
      : [{ ...assignment, line: within.line, exported: true, start, end, within }];
  });
}

/** Names, or assignments of which only those with that value are meant. */
function namesIn(line: string, from: number): readonly string[] {
  return [...readWords(line, from)].flatMap(({ text }) => withoutSpecifiers(text) ?? []);
}

/** Takes back what stands before it, in this file and in those that systemd reads before this one. */
function resetAt(within: LogicalLine, from: number): Entry {
  return {
    name: "Environment",
    value: "",
    line: within.line,
    exported: true,
    resets: true,
    start: from,
    end: from,
    within,
  };
}

/** systemd takes no other names, and no control characters but tab and line feed (`env_assignment_is_valid`). */
function assignmentIn(word: string): { readonly name: string; readonly value: string } | undefined {
  const [, name, raw] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
  if (name === undefined || raw === undefined) return undefined;
  const value = withoutSpecifiers(raw);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (value === undefined || /[\0-\x08\x0b-\x1f\x7f]/.test(value)) return undefined;
  return { name, value };
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ start: _start, end: _end, within: _within, ...assignment }) => assignment);
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).findLast(
    (each) => each.line === line && each.name === name && each.resets === undefined,
  );
  if (entry === undefined || entry.value === value) return text;
  const { within, start, end } = entry;
  const span = { start: offsetIn(within, start), end: offsetIn(within, end - 1) + 1 };
  const bare = text[span.start] !== '"' && text[span.start] !== "'" && isHarmless(value);
  const word = bare ? `${name}=${doublePerCent(value)}` : quoted(`${name}=${value}`);
  const after = splice(text, span, word);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, line: number, name: string, value: string): string {
  const directive = `Environment=${quoted(`${name}=${value}`)}`;
  const place = line === 0 ? lastOfService(text) : lineAt(text, line);
  const offset = place === undefined ? text.length : nextLine(text, endOf(place));
  const ending = endingNear(text, offset);
  const added = place === undefined ? `[Service]${ending}${directive}` : directive;
  const after = addLine(text, offset, added, ending);
  return provedInsertion(read, { before: text, after }, { name, value });
}

/** Where the word is all that the directive holds, the directive goes; an empty one would take back what stands before. */
function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).find(
    (each) => each.line === line && each.name === name && each.resets === undefined,
  );
  if (entry === undefined) return text;
  const { within, start, end } = entry;
  const others = `${within.text.slice(within.text.indexOf("=") + 1, start)}${within.text.slice(end)}`;
  const first = within.text.search(/\S/);
  const span =
    others.trim() === ""
      ? { start: offsetIn(within, first), end: endOf(within) }
      : { start: offsetIn(within, start), end: offsetIn(within, end - 1) + 1 };
  if (others.trim() === "") return withoutStatement(read, text, span, { line, name });
  const isBlank = (offset: number) => /[ \t]/.test(text[offset] ?? "");
  // One of the blanks about the word goes with it.
  const before = isBlank(span.end) || !isBlank(span.start - 1) ? 0 : 1;
  const cut = { start: span.start - before, end: span.end + (isBlank(span.end) ? 1 : 0) };
  return withoutSpan(read, text, cut, { line, name });
}

/** The last line of the last `[Service]` section that is not blank, its header included. */
function lastOfService(text: string): LogicalLine | undefined {
  let section = "";
  let last: LogicalLine | undefined;
  for (const each of logicalLines(text)) {
    const content = each.text.trim();
    if (content.startsWith("[")) section = content;
    if (section === "[Service]" && content !== "") last = each;
  }
  return last;
}

function lineAt(text: string, line: number): LogicalLine | undefined {
  let found: LogicalLine | undefined;
  for (const each of logicalLines(text)) if (each.line <= line) found = each;
  return found;
}

function endOf({ pieces }: LogicalLine): number {
  const last = pieces.at(-1);
  return last === undefined ? 0 : last.offset + last.length;
}

function offsetIn({ pieces }: LogicalLine, index: number): number {
  let rest = index;
  for (const { length, offset } of pieces) {
    if (rest < length) return offset + rest;
    rest -= length;
  }
  return 0;
}

function quoted(assignment: string): string {
  return `"${doublePerCent(assignment).replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`;
}

function doublePerCent(value: string): string {
  return value.replaceAll("%", "%%");
}

/**
 * `Environment=` of a unit or drop-in as systemd reads it (systemd.exec, systemd.syntax; `conf-parser.c`,
 * `config_parse_environ`): only in `[Service]`, several assignments a line, quotes around or within a word,
 * C escapes, `%%` for a per cent sign, `$` literal; an empty `Environment=` takes back what stands before it
 * in the file and in the files before, and is read as a reset. What an `UnsetEnvironment=` of the same file takes away is
 * left out. An assignment with a specifier such as `%h` is left out. A new assignment goes into
 * `[Service]`, in quotes.
 */
export const systemd: Format = { read, faults: systemdFaults, replace, insert, remove };
