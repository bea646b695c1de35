import { textOf } from "../discover/file-text.ts";
import { StoppedError } from "./stopped-error.ts";
import { UsageError } from "./usage-error.ts";

/** Text of standard input, at most so many bytes of it; it is waited for until `signal` aborts. */
export async function readStandardInput(command: string, most: number, signal: AbortSignal): Promise<string> {
  const read = textOf(await bytesOf(process.stdin, command, most, signal), most);
  if (read.kind === "text") return read.text;
  throw new UsageError(
    `${command}: standard input ${read.kind === "unreadable" ? read.reason : "is not there"}`,
  );
}

/** All bytes, or those up to the first chunk that is too many. */
async function bytesOf(
  stream: NodeJS.ReadStream,
  command: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const stop = () => stream.destroy();
  signal.addEventListener("abort", stop, { once: true });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (signal.aborted)
    throw new StoppedError(`stopped (${signal.reason}) while ${command} waited for standard input`);
  return Buffer.concat(chunks);
}
