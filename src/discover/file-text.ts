import type { FileRead } from "./machine.ts";

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 1_048_576;

/** What gives a file's bytes piece by piece, as a `FileHandle` does. */
type Readable = {
  readonly read: (buffer: Uint8Array, offset: number, length: number) => Promise<{ bytesRead: number }>;
};

/** The text of an open file; files of /proc and /sys, and devices, do not tell their size. */
export async function readText(file: Readable): Promise<FileRead> {
  const buffer = new Uint8Array(LARGEST_FILE + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return textOf(buffer.subarray(0, length));
}

/** A text that does not survive decoding could not be edited byte by byte, so it is not read at all. */
export function textOf(bytes: Uint8Array): FileRead {
  if (bytes.length > LARGEST_FILE) return unreadable("is larger than 1 MiB");
  if (bytes.includes(0)) return unreadable("is a binary file");
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable("is not UTF-8 text");
  }
}

/** A file that is there and gives no text. */
export function unreadable(reason: string): FileRead {
  return { kind: "unreadable", reason };
}
