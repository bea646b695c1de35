import type { WriteStream } from "node:tty";

/** A stream as far as its face depends on it: a file and a pipe have no columns. */
type Face = Partial<Pick<WriteStream, "isTTY" | "columns">>;

const DEFAULT_COLUMNS = 80;

/** Width and colour of what is written to a stream; `colourWanted` is what `--no-color` leaves of it. */
export function faceOf(
  stream: Face,
  environment: Readonly<Record<string, string | undefined>>,
  colourWanted: boolean,
): { readonly width: number; readonly colour: boolean } {
  return {
    width: columnsOf(stream) ?? columnsIn(environment["COLUMNS"]) ?? DEFAULT_COLUMNS,
    colour: colourWanted && wantsColour(stream, environment),
  };
}

/** Columns of a terminal; `undefined` where the stream is none, and where the terminal does not tell (0). */
export function columnsOf({ isTTY, columns }: Face): number | undefined {
  return isTTY && columns !== undefined && columns > 0 ? columns : undefined;
}

/** Columns as the variable COLUMNS gives them; `undefined` where that is no number of columns. */
export function columnsIn(variable: string | undefined): number | undefined {
  return /^[1-9]\d{0,4}$/.test(variable ?? "") ? Number(variable) : undefined;
}

/**
 * Whether colours may be written to a stream. NO_COLOR (https://no-color.org: set and not empty) wins over
 * FORCE_COLOR, of which `0` and `false` mean none (as Node reads it).
 */
export function wantsColour(
  stream: Face,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (TERM === "dumb") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true;
}
