import type { Barred, FileRead } from "./machine.ts";

const MIB = 1_048_576;

/** The largest settings file that is read, in bytes. */
export const LARGEST_FILE = MIB;

/** Bytes set aside for a file at first. */
const FIRST_BYTES = 16_384;

/** What gives a file's bytes piece by piece, as a `FileHandle` does. */
type Readable = {
  readonly read: (buffer: Uint8Array, offset: number, length: number) => Promise<{ bytesRead: number }>;
};

/** The text of an open file; files of /proc and /sys, and devices, do not tell their size. */
export async function readText(file: Readable, most = LARGEST_FILE): Promise<FileRead> {
  return textOf(await readBytes(file, most + 1), most);
}

/** The first bytes of an open file, at most so many. */
export async function readBytes(file: Readable, most: number): Promise<Uint8Array> {
  // Most settings files are small, and many are read: what is set aside grows only with what is there.
  let buffer = new Uint8Array(Math.min(FIRST_BYTES, most));
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length === most) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = enlarged(buffer, Math.min(length * 4, most));
  }
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** A text that does not survive decoding could not be edited byte by byte, so it is not read at all. */
export function textOf(bytes: Uint8Array, most = LARGEST_FILE): FileRead {
  if (bytes.length > most) return unreadable(`is larger than ${most / MIB} MiB`);
  if (bytes.includes(0)) return unreadable("is a binary file");
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable("is not UTF-8 text");
  }
}

/** A file that is there and gives no text. */
export function unreadable(reason: string): Barred {
  return { kind: "unreadable", reason };
}
