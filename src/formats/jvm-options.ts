import { type Span, splice } from "./edit.ts";

/**
 * How a variable's value becomes options: `white-space`, as a script splits an unquoted `$JVM_OPTS` (quotes
 * stay in the words), or `quotes`, as the JVM and its launcher split the variables that they read themselves.
 */
export type JvmSplitting = "white-space" | "quotes";

/** One word of an options string with its quotes removed, and where it stands. */
type Word = Span & { readonly text: string };

/** Whether a variable is split by the JVM (`JAVA_TOOL_OPTIONS`, `_JAVA_OPTIONS`, `JDK_JAVA_OPTIONS`) or a script. */
export function jvmSplittingOf(variable: string): JvmSplitting {
  return /^(?:JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS)$/.test(variable) ? "quotes" : "white-space";
}

/**
 * The system properties that an options string sets (`-Dname=value`), in order; a later one of the same name
 * wins. `-Dname` sets the empty string. With `quotes`, an unmatched quote gives nothing: such a JVM does not
 * start (OpenJDK `arguments.cpp`, `parse_options_buffer`).
 */
export function readJvmOptions(
  value: string,
  splitting: JvmSplitting = "white-space",
): readonly { readonly name: string; readonly value: string }[] {
  return propertiesOf(value, splitting).map((property) => ({ name: property.name, value: property.value }));
}

/**
 * The system properties as a person means them: what names a proxy or its exceptions ends where the next option
 * begins, though a JVM ends it at a blank. Of `-Dhttp.nonProxyHosts=a | b` it is `a | b`.
 */
export function meantJvmOptions(
  value: string,
  splitting: JvmSplitting = "white-space",
): readonly { readonly name: string; readonly value: string }[] {
  return propertiesOf(value, splitting).map(({ name, meant }) => ({ name, value: meant }));
}

/**
 * What keeps a JVM from starting with an options string: a quote that is never closed, or a word that is no
 * option where one must stand. That word is taken for the program's main class, as the `|` in
 * `-Dhttp.nonProxyHosts=a | b` is.
 */
export function strayJvmWord(
  value: string,
  splitting: JvmSplitting = "white-space",
): "unclosed" | { readonly word: string } | undefined {
  const words = wordsOf(value, splitting);
  if (words === undefined) return "unclosed";
  // Elsewhere a word may be the argument of the option before it.
  const stray = words.find(({ text }, index) => {
    return !/^[-@]/.test(text) && /^(-[DX]|$)/.test(words[index - 1]?.text ?? "");
  });
  return stray && { word: value.slice(stray.start, stray.end) };
}

/**
 * The options string with a system property set: in place where it is set already (of several the last one,
 * which wins, with the words that were meant to belong to it), else as a new word at the end. As it was where the
 * value cannot stand in one word.
 */
export function setJvmProperty(
  value: string,
  name: string,
  propertyValue: string,
  splitting: JvmSplitting = "white-space",
): string {
  const word = writtenWord(`-D${name}=${propertyValue}`, splitting);
  if (word === undefined || wordsOf(value, splitting) === undefined) return value;
  const present = propertiesOf(value, splitting).findLast((property) => property.name === name);
  if (present === undefined) return value.trim() === "" ? word : `${value.trimEnd()} ${word}`;
  const isSet = present.value === propertyValue && present.meant === propertyValue;
  return isSet ? value : splice(value, present.span, word);
}

/** The options string without a system property, however often it is set. */
export function removeJvmProperty(
  value: string,
  name: string,
  splitting: JvmSplitting = "white-space",
): string {
  const words = propertiesOf(value, splitting).filter((property) => property.name === name);
  return words
    .toReversed()
    .reduce(
      (text, { span }) => splice(text, { start: withBlank(text, span.start), end: span.end }, ""),
      value,
    )
    .trimStart();
}

/** Where the blank before a word begins. */
function withBlank(text: string, start: number): number {
  return start > 0 && /[ \t]/.test(text[start - 1] ?? "") ? start - 1 : start;
}

/** Properties that a person may write with blanks in their value. */
const HOSTS = /(?:proxyHost|proxyPort|nonProxyHosts)$/i;

/** Each property with the value that the JVM reads, the one that is meant, and where the latter stands. */
function propertiesOf(value: string, splitting: JvmSplitting) {
  const words = wordsOf(value, splitting) ?? [];
  return words.flatMap((word, index) => {
    const [, name, propertyValue = ""] = /^-D([^=]+)(?:=([\s\S]*))?$/.exec(word.text) ?? [];
    if (name === undefined) return [];
    const more = HOSTS.test(name) ? wordsThatAreNoOption(words, index + 1) : [];
    const meant = [propertyValue, ...more.map(({ text }) => text)].filter(Boolean).join(" ");
    return [
      { name, value: propertyValue, meant, span: { start: word.start, end: (more.at(-1) ?? word).end } },
    ];
  });
}

function wordsThatAreNoOption(words: readonly Word[], from: number): readonly Word[] {
  let to = from;
  while (to < words.length && !/^[-@]/.test(words[to]?.text ?? "")) to++;
  return words.slice(from, to);
}

function writtenWord(word: string, splitting: JvmSplitting): string | undefined {
  if (splitting === "white-space") return /[ \t\n]/.test(word) ? undefined : word;
  if (!/[\s"']/.test(word)) return word;
  if (!word.includes('"')) return `"${word}"`;
  return word.includes("'") ? undefined : `'${word}'`;
}

/**
 * Words of an options string; `undefined` where a quote is never closed. A shell splits at its `IFS`, so that
 * the carriage return of a file from Windows stays in the word; the JVM splits at C's `isspace`.
 */
function wordsOf(value: string, splitting: JvmSplitting): readonly Word[] | undefined {
  if (splitting === "white-space") {
    return [...value.matchAll(/[^ \t\n]+/g)].map((match) => wordAt(match.index, match[0], match[0]));
  }
  if (/["']/.test(value.replace(/"[^"]*"|'[^']*'/g, ""))) return undefined;
  return [...value.matchAll(/(?:[^ \t-\r"']+|"[^"]*"|'[^']*')+/g)].map((match) =>
    wordAt(match.index, match[0], withoutQuotes(match[0])),
  );
}

function withoutQuotes(raw: string): string {
  return raw.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? "");
}

function wordAt(start: number, raw: string, text: string): Word {
  return { text, start, end: start + raw.length };
}
