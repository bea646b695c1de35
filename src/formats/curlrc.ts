import type { Format } from "./format.ts";
import { type Entry, lineFormat, type PhysicalLine, physicalLines } from "./line-format.ts";
import { isHarmless } from "./quoting.ts";

/** The options that are read, by their name as a setting. */
const NAMES: Readonly<Record<string, string>> = {
  proxy: "--proxy",
  noproxy: "--noproxy",
  cacert: "--cacert",
  capath: "--capath",
};

/** A name without dashes ends at `=` or `:` too. */
const OPTION = /^([ \t\v\f\r]*)(?:(-x)(?=\S)|(-\S*|[^\s=:#/*-][^\s=:]*))/;

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", v: "\v" };

function entriesOf(text: string): readonly Entry[] {
  return [...physicalLines(text)].flatMap((line) => {
    const [all, blanks, attached, option = ""] = OPTION.exec(line.content) ?? [];
    if (all === undefined || blanks === undefined) return [];
    const name = attached === undefined ? nameOf(option) : "--proxy";
    if (name === undefined) return [];
    const separators = attached !== undefined ? /^/ : option.startsWith("-") ? /^\s*/ : /^[\s=:]*/;
    const from = all.length + (separators.exec(line.content.slice(all.length))?.[0].length ?? 0);
    const parameter = parameterAt(text, line, from, attached === undefined);
    if (parameter === undefined) return [];
    const span = { start: line.offset + from, end: line.offset + parameter.end };
    const statement = { start: line.offset + blanks.length, end: span.end };
    return [{ name, value: parameter.value, line: line.line, exported: true, span, statement }];
  });
}

/** Long names are taken in any case of letters. */
function nameOf(option: string): string | undefined {
  if (option === "-x") return "--proxy";
  const long = option.replace(/^--/, "").toLowerCase();
  return Object.hasOwn(NAMES, long) ? NAMES[long] : undefined;
}

type Parameter = { readonly value: string; readonly end: number };

/** Where nothing stands, curl takes the option for incomplete, and passes it over. */
function parameterAt(
  text: string,
  { content, offset }: PhysicalLine,
  from: number,
  mayBeQuoted: boolean,
): Parameter | undefined {
  const rest = content.slice(from);
  if (!mayBeQuoted || !rest.startsWith('"')) {
    const [value = ""] = /^\S*/.exec(rest) ?? [];
    return value === "" ? undefined : { value, end: from + value.length };
  }
  const [raw = "", inner = "", closing] = /^"((?:[^"\\]|\\.)*\\?)("?)/.exec(rest) ?? [];
  const value = inner.replace(/\\(.?)/g, (_, character: string) =>
    Object.hasOwn(ESCAPES, character) ? (ESCAPES[character] ?? "") : character,
  );
  // A string that is not closed takes the end of the line with it.
  const open = closing === "" && text[offset + content.length] === "\n" ? "\n" : "";
  return { value: `${value}${open}`, end: from + raw.length };
}

function quoted(value: string): string {
  const escapes = value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return `"${escapes.replaceAll("\r", "\\r").replaceAll("\v", "\\v")}"`;
}

const format = lineFormat({
  entriesOf,
  written: (value, raw) =>
    !raw.startsWith('"') && isHarmless(value) && value !== "" ? value : quoted(value),
  added: (name, value) => {
    const isKnown = Object.values(NAMES).includes(name);
    return isKnown ? `${name.slice("--".length)} = ${quoted(value)}` : undefined;
  },
  comment: /^\s*(?:#.*)?$/,
});

/**
 * ~/.curlrc (`parseconfig` of curl's `src/tool_parsecfg.c`, checked against 7.88.1): `proxy = "v"`, `proxy: v`, `--proxy
 * v`, `-x v`, `-xv`, and the same of `noproxy`, `cacert` and `capath`; only what is in quotes has escapes. Shortened names, and `-x` behind
 * other letters, are not read. No other option is given: `proxy-user` holds a password.
 */
export const curlrc: Format = format;
