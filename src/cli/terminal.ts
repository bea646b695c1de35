import type { WriteStream } from "node:tty";

/** A stream as far as its face depends on it: a file and a pipe have no columns. */
type Stream = Partial<Pick<WriteStream, "isTTY" | "columns" | "rows">>;

type Environment = Readonly<Record<string, string | undefined>>;

/** How text is written to a stream. `width` counts columns. */
export type Style = {
  readonly width: number;
  readonly colour: boolean;
  readonly glyphs: "unicode" | "ascii";
};

const DEFAULT_COLUMNS = 80;

/** Width, colour and glyphs of what is written to a stream; `colourWanted` is what `--no-color` leaves of it. */
export function faceOf(
  stream: Stream,
  environment: Environment,
  colourWanted: boolean,
  system: NodeJS.Platform = process.platform,
): Style {
  return {
    width: columnsOf(stream) ?? columnsIn(environment["COLUMNS"]) ?? DEFAULT_COLUMNS,
    colour: colourWanted && wantsColour(stream, environment),
    glyphs: showsUnicode(environment, system) ? "unicode" : "ascii",
  };
}

/** Columns of a terminal; `undefined` where the stream is none, and where the terminal does not tell (0). */
export function columnsOf({ isTTY, columns }: Stream): number | undefined {
  return isTTY && columns !== undefined && columns > 0 ? columns : undefined;
}

/** Lines of a terminal on which the cursor can be moved; `undefined` of all else, of CI's logs too. */
export function heightOf(stream: Stream, environment: Environment): number | undefined {
  const { isTTY, rows } = stream;
  if (!isTTY || columnsOf(stream) === undefined || isOnlyWrittenTo(environment)) return undefined;
  return rows !== undefined && rows > 0 ? rows : undefined;
}

/** A terminal that moves no cursor, or a log that looks like one. */
export function isOnlyWrittenTo({ TERM, CI }: Environment): boolean {
  return TERM === "dumb" || (CI !== undefined && CI !== "" && CI !== "false");
}

/** Columns as the variable COLUMNS gives them; `undefined` where that is no number of columns. */
export function columnsIn(variable: string | undefined): number | undefined {
  return /^[1-9]\d{0,4}$/.test(variable ?? "") ? Number(variable) : undefined;
}

/**
 * Whether colours may be written to a stream. NO_COLOR (https://no-color.org: set and not empty) wins over
 * FORCE_COLOR, of which `0` and `false` mean none (as Node reads it).
 */
export function wantsColour(stream: Stream, environment: Environment): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (TERM === "dumb") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true;
}

/**
 * Whether more than ASCII can be shown. On Windows its Terminal, VS Code's and those that name themselves in TERM can,
 * and the old console may not; elsewhere the locale's encoding says it, by the first of the variables that is set
 * (locale(7)). Without any, the locale is C, in which most of today's systems show UTF-8 all the same; containers and
 * services run so.
 */
function showsUnicode(environment: Environment, system: NodeJS.Platform): boolean {
  const { LC_ALL, LC_CTYPE, LANG, WT_SESSION, TERM_PROGRAM, TERM } = environment;
  if (system === "win32") {
    return [WT_SESSION, TERM_PROGRAM, TERM].some((each) => each !== undefined && each !== "");
  }
  if (TERM === "linux") return false;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((each) => each !== undefined && each !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}
