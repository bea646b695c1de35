/** One word with quotes and escapes resolved; `start` and `end` are its place in the line, quotes included. */
export type SystemdWord = { readonly text: string; readonly start: number; readonly end: number };

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  s: " ",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

const ESCAPE = /\\(?:([abfnrtvs\\"'])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2}))/y;

const BLANKS = /[ \t\r\n]*/y;
const BARE = /[^ \t\r\n"'\\]+/y;
const WITHIN: Readonly<Record<string, RegExp>> = { '"': /[^"\\]*/y, "'": /[^'\\]*/y };

/**
 * The words of a line from `from` on, as systemd splits settings (`extract-word.c` with unquoting and C
 * escapes). An unknown escape or a quote that is never closed ends the reading; the words before it count.
 */
export function* readWords(line: string, from: number): Generator<SystemdWord> {
  let at = from;
  while (true) {
    BLANKS.lastIndex = at;
    BLANKS.test(line);
    at = BLANKS.lastIndex;
    if (at >= line.length) return;
    const word = readWord(line, at);
    if (word === undefined) return;
    yield word;
    at = word.end;
  }
}

function readWord(line: string, start: number): SystemdWord | undefined {
  const parts: string[] = [];
  let at = start;
  let quote = "";
  while (at < line.length) {
    const character = line[at] ?? "";
    if (character === "\\") {
      ESCAPE.lastIndex = at;
      const escaped = unescaped(ESCAPE.exec(line));
      if (escaped === undefined) return undefined;
      parts.push(escaped);
      at = ESCAPE.lastIndex;
    } else if (quote !== "") {
      const stretch = WITHIN[quote] ?? BARE;
      stretch.lastIndex = at;
      parts.push(stretch.exec(line)?.[0] ?? "");
      at = stretch.lastIndex;
      if (line[at] !== quote) continue;
      quote = "";
      at++;
    } else if (character === '"' || character === "'") {
      quote = character;
      at++;
    } else {
      BARE.lastIndex = at;
      const [text] = BARE.exec(line) ?? [];
      if (text === undefined) break;
      parts.push(text);
      at = BARE.lastIndex;
    }
  }
  return quote === "" ? { text: parts.join(""), start, end: at } : undefined;
}

function unescaped(match: RegExpExecArray | null): string | undefined {
  if (match === null) return undefined;
  const [, simple, hex, short, long, octal] = match;
  if (simple !== undefined) return SIMPLE[simple];
  const code =
    octal === undefined ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
  // NUL is refused; a byte above ASCII is no character by itself.
  if (code === 0 || code > 0x10ffff || (short === undefined && long === undefined && code > 0x7f))
    return undefined;
  return String.fromCodePoint(code);
}

/**
 * `%%` is a per cent sign. A letter or digit after `%` makes a specifier, whose meaning is not known here, or
 * one that systemd does not know either and that costs the assignment (`specifier.c`).
 */
export function withoutSpecifiers(raw: string): string | undefined {
  if (/%[A-Za-z0-9]/.test(raw.replaceAll("%%", ""))) return undefined;
  return raw.replaceAll("%%", "%");
}
