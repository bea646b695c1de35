import { errorStream } from "./standard-error.ts";
import { columnsOf, faceOf, isOnlyWrittenTo } from "./terminal.ts";

/** One line that tells a person what is under way. */
export type Spinner = { readonly tell: (text: string) => void; readonly end: () => void };

const SILENT: Spinner = { tell: () => undefined, end: () => undefined };

/** What ora puts before the text, and the last column, at which some terminals begin a new line. */
const BESIDE = 3;

/**
 * A spinner on standard error, cut to its width; nothing where `quiet` is asked for, and nothing where that is no
 * terminal of a known width, or one that only writes on.
 */
export async function spinner(
  text: string,
  asked: { readonly quiet: boolean; readonly color: boolean },
): Promise<Spinner> {
  // ora counts the lines it has written by dividing by the width; in a log it would write lines.
  const isShown = columnsOf(errorStream()) !== undefined && !isOnlyWrittenTo(process.env);
  if (asked.quiet || !isShown) return SILENT;
  const { default: ora } = await import("ora");
  const { colour, glyphs } = faceOf(errorStream(), process.env, asked.color);
  const fitting = (whole: string) => whole.slice(0, Math.max(0, (columnsOf(errorStream()) ?? 0) - BESIDE));
  const line = ora({
    text: fitting(text),
    stream: errorStream(),
    discardStdin: false,
    spinner: glyphs === "unicode" ? "dots" : "line",
    color: colour ? "cyan" : false,
  }).start();
  return {
    tell: (next) => {
      line.text = fitting(next);
    },
    end: () => line.stop(),
  };
}
