import type { Report } from "../model/report.ts";
import { watchEnd } from "../render/terminal/watch.ts";
import { askedBy } from "./asked.ts";
import { openedWorld } from "./examined-traffic.ts";
import { type ExitCode, exitCodeOf, policyOf } from "./exit-code.ts";
import type { CheckOptions } from "./options.ts";
import { sharing } from "./shared.ts";
import { outputStream } from "./standard-output.ts";
import { inTime, interruptible } from "./stoppable.ts";
import { faceOf, heightOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { logView } from "./watch/log-view.ts";
import { screenView } from "./watch/screen-view.ts";
import type { View } from "./watch/view.ts";
import { watch } from "./watch/watch.ts";

/** `check --watch`: checks until it is interrupted, and gives the exit status of the last whole check. */
export function runWatch(options: CheckOptions, seconds: number): Promise<ExitCode> {
  requireOneFace(options);
  const detail = options.quiet ? "findings-only" : "full";
  const face = faceOf(outputStream(), process.env, options.color);
  const asked = options.share ? {} : { asked: askedBy(options) };
  const height = heightOf(outputStream(), process.env);
  return interruptible(async (interrupt) => {
    const shared = options.share ? await sharing() : (report: Report) => report;
    const examineOnce = await openedWorld(options, interrupt);
    const view =
      height === undefined
        ? logView((text) => outputStream().write(text), face)
        : screenView(outputStream(), { ...face, detail, ...asked });
    const seen = await untilItEnds(view, () =>
      watch(
        (signal, onProgress) =>
          inTime(signal, options.deadline * 1000, async (inside) => {
            const { report } = await examineOnce.examine(inside, onProgress);
            return shared(report);
          }),
        seconds * 1000,
        view,
        interrupt,
      ),
    ).finally(examineOnce.close);
    if (height !== undefined) outputStream().write(watchEnd(seen, { ...face, height, detail, ...asked }));
    return exitCodeOf(seen.report, policyOf(options));
  });
}

/** What is redrawn, or told by its changes, is no file and no other form. */
function requireOneFace({ format, output }: CheckOptions): void {
  if (format !== "table") throw new UsageError(`--watch: shows a table; leave out --format ${format}`);
  if (output !== undefined) {
    throw new UsageError(
      "--watch: goes to standard output; leave out --output, or append it to a file with >>",
    );
  }
}

async function untilItEnds<T>(view: View, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    view.end();
  }
}
