import { columnsTaken } from "./width.ts";

/**
 * A line as lines of at most `width` columns, whatever its words are: wide ones, and such as are longer than a line,
 * which begin where they take the fewest lines and are broken anywhere. It breaks as wrap-ansi does (`hard`).
 */
export function broken(line: string, width: number): readonly string[] {
  const lines = [""];
  for (const [at, word] of line.normalize().split(" ").entries()) {
    const last = (lines.pop() ?? "").trimStart();
    const begun = at > 0 && columnsTaken(last) > 0 ? `${last} ` : last;
    lines.push(...withWord(begun, word, width));
  }
  return lines.map(withoutLastBlanks);
}

/** A line that is begun, and a word behind or below it. */
function withWord(begun: string, word: string, width: number): readonly string[] {
  const taken = columnsTaken(begun);
  const length = columnsTaken(word);
  if (length <= width) {
    const isFull = taken > 0 && length > 0 && taken + length > width;
    return isFull ? [begun, word] : [`${begun}${word}`];
  }
  const breaksBehind = 1 + Math.floor((length - (width - taken) - 1) / width);
  const breaksBelow = Math.floor((length - 1) / width);
  return breaksBelow < breaksBehind ? [begun, ...cut("", word, width)] : cut(begun, word, width);
}

/** A line that is begun and a word behind it, cut wherever a line is full. */
function cut(begun: string, word: string, width: number): readonly string[] {
  const lines = [begun];
  let taken = columnsTaken(begun);
  const characters = [...word];
  for (const [at, character] of characters.entries()) {
    const columns = columnsTaken(character);
    if (taken + columns > width) {
      lines.push("");
      taken = 0;
    }
    lines[lines.length - 1] += character;
    taken += columns;
    if (taken === width && at < characters.length - 1) {
      lines.push("");
      taken = 0;
    }
  }
  const last = lines.pop() ?? "";
  // What takes no column is no line of its own.
  return taken === 0 ? [...lines.slice(0, -1), `${lines.at(-1) ?? ""}${last}`] : [...lines, last];
}

/** A line without the blanks at its end, be they before what takes no column. */
function withoutLastBlanks(line: string): string {
  const words = line.split(" ");
  const last = words.findLastIndex((word) => columnsTaken(word) > 0);
  return `${words.slice(0, last + 1).join(" ")}${words.slice(last + 1).join("")}`;
}
