import type { Progress } from "../measure/measure.ts";

/** Tells how far measuring has come. */
export type ProgressLine = { readonly update: (progress: Progress) => void; readonly end: () => void };

const SILENT: ProgressLine = { update: () => undefined, end: () => undefined };

/** A spinner on standard error, where that is a terminal; else nothing. */
export async function progressLine(wanted: boolean): Promise<ProgressLine> {
  if (!wanted || !process.stderr.isTTY) return SILENT;
  const { default: ora } = await import("ora");
  const spinner = ora({ text: "reading settings", stream: process.stderr, discardStdin: false }).start();
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
