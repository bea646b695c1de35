import type { Progress } from "../measure/measure.ts";
import { columnsOf } from "./terminal.ts";

/** Tells how far measuring has come. */
type ProgressLine = { readonly update: (progress: Progress) => void; readonly end: () => void };

/** For those who want no progress, and for all that is not a terminal. */
export const SILENT: ProgressLine = { update: () => undefined, end: () => undefined };

/** A spinner on standard error, where that is a terminal of a known width; else nothing. */
export async function progressLine(colour: boolean): Promise<ProgressLine> {
  // ora counts the lines it has written by dividing by the width.
  if (columnsOf(process.stderr) === undefined) return SILENT;
  const { default: ora } = await import("ora");
  const spinner = ora({
    text: "reading settings",
    stream: process.stderr,
    discardStdin: false,
    color: colour ? "cyan" : false,
  }).start();
  return {
    update: (progress) => {
      spinner.text = wordsFor(progress);
    },
    end: () => spinner.stop(),
  };
}

/** Short enough for one line of any terminal. */
function wordsFor({ done, total, running }: Progress): string {
  const [target] = (running[0] ?? "").split("@");
  const others = running.length > 1 ? ` and ${running.length - 1} more` : "";
  return `${done} of ${total} measured${target === "" ? "" : `, waiting for ${target}${others}`}`;
}
