import type { Progress } from "../measure/measure.ts";
import { columnsOf } from "./terminal.ts";

/** Tells a person what is under way. */
type ProgressLine = { readonly tell: (text: string) => void; readonly end: () => void };

/** For those who want no progress, and for all that is not a terminal. */
export const SILENT: ProgressLine = { tell: () => undefined, end: () => undefined };

/** A spinner on standard error, where that is a terminal of a known width; else nothing. */
export async function progressLine(text: string, colour: boolean): Promise<ProgressLine> {
  // ora counts the lines it has written by dividing by the width.
  if (columnsOf(process.stderr) === undefined) return SILENT;
  const { default: ora } = await import("ora");
  const spinner = ora({
    text,
    stream: process.stderr,
    discardStdin: false,
    color: colour ? "cyan" : false,
  }).start();
  return {
    tell: (next) => {
      spinner.text = next;
    },
    end: () => spinner.stop(),
  };
}

/** How far measuring has come; short enough for one line of any terminal. */
export function wordsForProgress({ done, total, running }: Progress): string {
  const [target] = (running[0] ?? "").split("@");
  const others = running.length > 1 ? ` and ${running.length - 1} more` : "";
  return `${done} of ${total} measured${target === "" ? "" : `, waiting for ${target}${others}`}`;
}
