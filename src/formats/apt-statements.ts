/**
 * One construct of an apt.conf: its words without comments, blanks about them stripped, and the character that
 * ends it. `offsets` holds the place of every character of `words`. `line` counts from 1 and is where it begins.
 */
export type AptStatement = {
  readonly words: string;
  readonly offsets: readonly number[];
  readonly line: number;
  readonly mark: "{" | ";" | "}";
  /** Offset and line of the mark. */
  readonly end: number;
  readonly endLine: number;
};

/** Where words are left that nothing ends. */
export type AptRest = { readonly mark: "none"; readonly line: number };

type Fragment = { readonly text: string; readonly offsets: readonly number[] };

/** apt's own directives, which begin like comments. */
const DIRECTIVE = /#(?:clear|include|x-apt-configure-index)/y;

/** The constructs of a text, in order (`ReadConfigFile` of apt's `apt-pkg/contrib/configuration.cc`). */
export function* aptStatements(text: string): Generator<AptStatement | AptRest> {
  let words: string[] = [];
  let offsets: number[] = [];
  let first = 0;
  for (const { fragment, line } of fragmentsOf(text)) {
    let inQuotes = false;
    let start = 0;
    const take = (end: number) => {
      const [from, to] = stripped(fragment.text, start, end);
      if (from === to) return;
      if (offsets.length === 0) first = line;
      else {
        words.push(" ");
        offsets.push((offsets.at(-1) ?? 0) + 1);
      }
      words.push(fragment.text.slice(from, to));
      for (let at = from; at < to; at++) offsets.push(fragment.offsets[at] ?? 0);
    };
    for (let at = 0; at < fragment.text.length; at++) {
      const character = fragment.text[at];
      if (character === '"') inQuotes = !inQuotes;
      if (inQuotes || (character !== "{" && character !== ";" && character !== "}")) continue;
      take(at);
      yield {
        words: words.join(""),
        offsets,
        line: offsets.length === 0 ? line : first,
        mark: character,
        end: fragment.offsets[at] ?? 0,
        endLine: line,
      };
      words = [];
      offsets = [];
      start = at + 1;
    }
    take(fragment.text.length);
  }
  if (offsets.length > 0) yield { mark: "none", line: first };
}

/** Every line without its comments. A tab counts as a blank: apt makes several of it, also within quotes. */
function* fragmentsOf(text: string): Generator<{ readonly fragment: Fragment; readonly line: number }> {
  let inComment = false;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const ending = text.indexOf("\n", start);
    const end = ending < 0 ? text.length : ending;
    const content = text.slice(start, end).replaceAll("\t", " ");
    line++;
    const closed = inComment ? content.indexOf("*/") : -2;
    if (closed !== -1) {
      const [from, to] = stripped(content, closed + 2, content.length);
      const { offsets, ...rest } = withoutComments(content, from, endOfCode(content, from, to));
      inComment = rest.inComment;
      yield { fragment: { text: rest.text, offsets: offsets.map((offset) => offset + start) }, line };
    }
    start = end + 1;
  }
}

function stripped(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (from < to && isBlank(text[from])) from++;
  while (to > from && isBlank(text[to - 1])) to--;
  return [from, to];
}

/** White space within a line, to apt; a tab counts as a blank. */
export function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\r" || character === "\v" || character === "\f";
}

/** Where a comment to the end of the line begins. It is looked for first, be it within another comment. */
function endOfCode(content: string, start: number, end: number): number {
  let inQuotes = false;
  for (let at = start; at < end; at++) {
    if (content[at] === '"') inQuotes = !inQuotes;
    if (inQuotes) continue;
    if (content[at] === "/" && content[at + 1] === "/" && at + 1 < end) return at;
    if (content[at] !== "#") continue;
    DIRECTIVE.lastIndex = at;
    if (!DIRECTIVE.test(content)) return at;
  }
  return end;
}

function withoutComments(
  content: string,
  start: number,
  end: number,
): { readonly text: string; readonly offsets: readonly number[]; readonly inComment: boolean } {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let inQuotes = false;
  for (let at = start; at < end; at++) {
    if (content[at] === '"') inQuotes = !inQuotes;
    if (!inQuotes && content[at] === "/" && content[at + 1] === "*" && at + 1 < end) {
      const close = content.indexOf("*/", at + 2);
      const isClosed = close >= 0 && close + 1 < end;
      if (!isClosed) return { text: pieces.join(""), offsets, inComment: true };
      at = close + 1;
      continue;
    }
    pieces.push(content[at] ?? "");
    offsets.push(at);
  }
  return { text: pieces.join(""), offsets, inComment: false };
}
