import { fstatSync, writeSync } from "node:fs";
import type { WriteStream } from "node:tty";
import { errorCode } from "../model/error-code.ts";
import { EXIT } from "./exit-code.ts";
import { reasonOf } from "./reasons.ts";
import { errorStream } from "./standard-error.ts";

const STDOUT = 1;

/** Where a command's answer goes; what is written is out, or on its way, when `write` returns. */
export type StandardOutput = Partial<Pick<WriteStream, "isTTY" | "columns" | "rows">> & {
  readonly write: (text: string) => void;
};

/**
 * Standard output for who writes text. Into a file or a pipe it is written by the system's own call: to load what Node's
 * stream needs takes a tenth of a small command.
 */
export function standardOutput(): StandardOutput {
  return fstatSync(STDOUT).isCharacterDevice() ? outputStream() : { write: direct };
}

/** Standard output as Node's stream, for who needs more of it than to write. */
export function outputStream(): typeof process.stdout {
  if (process.stdout.listenerCount("error") === 0) process.stdout.on("error", leave);
  return process.stdout;
}

/** Where the rest goes once the pipe had us wait: whoever shares it may have set it so. */
let waiting: NodeJS.WriteStream | undefined;

function direct(text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0 && waiting === undefined) rest = rest.subarray(writeSync(STDOUT, rest));
  } catch (error) {
    if (errorCode(error) !== "EAGAIN") leave(error);
    waiting = outputStream();
  }
  waiting?.write(rest);
}

/** Ends the run where its answer cannot be written, and says why; a reader that closes early (`| head`) has seen enough. */
export function leave(error: unknown): never {
  if (errorCode(error) !== "EPIPE") {
    errorStream().write(`proxy-doctor: cannot write to standard output: ${reasonOf(error)}\n`);
  }
  process.exit(EXIT.incomplete);
}
