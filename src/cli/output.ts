import { reasonOf } from "./reasons.ts";
import { standardOutput } from "./standard-output.ts";
import { UsageError } from "./usage-error.ts";

/** Writes a report to its place; rejects with a `UsageError` where that fails. */
export type Output = (text: string) => Promise<void>;

/**
 * The place that `--output` names, or standard output. A place that cannot be written is refused now and not
 * when there is something to write. A regular file is written whole or not at all, devices and pipes directly.
 */
export async function openOutput(path: string | undefined): Promise<Output> {
  if (path === undefined) {
    const own = standardOutput();
    return async (text) => own.write(text);
  }
  const { outputTo } = await import("./output-file.ts");
  const refuse = (error: unknown) => {
    throw new UsageError(`--output: cannot write ${path}: ${reasonOf(error)}`);
  };
  const write = await outputTo(path).catch(refuse);
  return (text) => write(text).catch(refuse);
}
