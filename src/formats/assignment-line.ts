import { isContinued } from "./continued.ts";
import { isAssignment, type ShellToken, type ShellWord, shellTokens } from "./shell-tokens.ts";

/**
 * What a shell makes of an assignment that stands alone on its line: all that a person means (`whole`), not all of
 * it (`broken`), something for one command or the background, as was meant, or half a statement (`apart`), or
 * nothing that it could read by itself (`open`).
 */
export type LineReading = "whole" | "broken" | "apart" | "open";

/** A physical line that assigns a value, as a person reads it. */
export type AssignmentLine = {
  readonly name: string;
  /** The value, without quotes around it, blanks and a comment behind it. */
  readonly meant: string;
  /** The variables by which a part of it is spelled. */
  readonly refersTo: readonly string[];
  readonly exports: boolean;
  /** Offset in the line of `export`, or else the name. */
  readonly start: number;
  /** Offset of the label before it, or else `start`. */
  readonly begin: number;
  readonly reading: LineReading;
  /** The assignment as a shell's word, where it is one. */
  readonly word?: ShellWord;
};

const HEAD = /^[ \t]*(\d{1,3}(?:\.\)[ \t]*|[.)][ \t]+))?(export[ \t]+)?([A-Za-z_]\w*)=/;

/** A variable as a shell fills it in. */
export const REFERENCE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/** Reads a line; `undefined` where it is no assignment. */
export function assignmentLine(line: string): AssignmentLine | undefined {
  const [head = "", label, exporting = "", name] = HEAD.exec(line) ?? [];
  if (name === undefined) return undefined;
  const start = head.length - `${exporting}${name}=`.length;
  const raw = line.slice(head.length);
  const meant = meantBy(raw);
  return {
    name,
    meant,
    refersTo: raw.startsWith("'")
      ? []
      : [...meant.matchAll(REFERENCE)].map(([, braced, bare]) => braced ?? bare ?? ""),
    exports: exporting !== "",
    start,
    begin: start - (label ?? "").length,
    ...readAlone(line.slice(start), exporting !== ""),
  };
}

function meantBy(raw: string): string {
  const value = raw.trim();
  const quote = /^["']/.exec(value)?.[0];
  if (quote === undefined) {
    const bare = value.replace(/[ \t]#[\s\S]*$/, "").trimEnd();
    // A quote that none precedes is one that was left behind.
    return /["']/.exec(bare)?.index === bare.length - 1 ? bare.slice(0, -1) : bare;
  }
  const closing = value.indexOf(quote, 1);
  if (closing < 0) return value.slice(1);
  if (/^(?:[ \t]+#[\s\S]*)?$/.test(value.slice(closing + 1))) return value.slice(1, closing);
  return value.endsWith(quote) ? value.slice(1, -1) : value;
}

function readAlone(line: string, exports: boolean): Pick<AssignmentLine, "reading" | "word"> {
  if (isContinued(line)) return { reading: "apart" };
  const next = shellTokens(line);
  if (exports) next();
  const word = next();
  if (word.kind !== "word") return { reading: "open" };
  let last = word;
  let token = next();
  while (token.kind === "word" && isAssignment(token) && !isUnfinished(line, last)) {
    last = token;
    token = next();
  }
  return { reading: readingBefore(line, last, token, exports), word };
}

function readingBefore(line: string, word: ShellWord, token: ShellToken, exports: boolean): LineReading {
  switch (token.kind) {
    case "end":
      return "whole";
    case "error":
      return "open";
    case "redirection":
      return cutsValue(line, word, token.start) && !token.text.startsWith("<<") ? "broken" : "whole";
    case "operator":
      return readingAtOperator(line, word, token);
    case "word":
      if (isUnfinished(line, word)) return "broken";
      return exports ? besideExported(line, token) : besideCommand(line, word, token);
  }
}

function readingAtOperator(
  line: string,
  word: ShellWord,
  { text, start, end }: { readonly text: string; readonly start: number; readonly end: number },
): LineReading {
  const cut = cutsValue(line, word, start);
  const after = line.slice(end);
  switch (text) {
    case "|":
    case "|&":
      return "broken";
    case "&":
      return cut && /^\S/.test(after) ? "broken" : "apart";
    case ";":
    case "&&":
    case "||":
      return cut && !beginsCommand(after) ? "broken" : "whole";
    case "(":
      return "broken";
    default:
      return "whole";
  }
}

/** Whether what stands at `start`, behind a word, is in the midst of what a person takes for the value. */
function cutsValue(line: string, word: ShellWord, start: number): boolean {
  return isUnfinished(line, word) || (start === word.end && !/["']/.test(line[start - 1] ?? ""));
}

/** A list goes on behind its comma. */
function isUnfinished(line: string, word: ShellWord): boolean {
  return line[word.end - 1] === ",";
}

/** `export` takes names and assignments; what may expand to one is not told. */
function besideExported(line: string, next: ShellWord): LineReading {
  const known = next.parts.every(({ kind }) => kind === "text");
  return known && !/^["']?[A-Za-z_]\w*["']?(?:=|$)/.test(line.slice(next.start, next.end))
    ? "broken"
    : "whole";
}

function besideCommand(line: string, word: ShellWord, next: ShellWord): LineReading {
  if (next.start === word.end) return "open";
  return isProgram(line.slice(next.start, next.end)) ? "apart" : "broken";
}

/** What no program is called: an option, a pattern, an address, a list, a URL. */
function isProgram(text: string): boolean {
  return !/^(?:[-*]|\.\w|\d+[.:])|:\/\/|,|^[^/]*:\d+$/.test(text);
}

/** Words that end a list of commands or need no others, and so may stand right behind an operator. */
const COMPLETE_COMMANDS = new Set("break continue done esac exit fi return true }".split(" "));

/** Whether what stands right behind `;`, `&&` or `||` may be a command, and no piece of a value. */
function beginsCommand(after: string): boolean {
  const [piece = ""] = /^[^\s;]*/.exec(after) ?? [];
  if (piece === "" || /^[A-Za-z_]\w*\+?=/.test(piece)) return true;
  if (!isProgram(piece)) return false;
  const isAlone = /^(?:;\S|\s*$)/.test(after.slice(piece.length));
  return !isAlone || COMPLETE_COMMANDS.has(piece);
}
