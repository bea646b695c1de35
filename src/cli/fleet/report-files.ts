import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { textOf, unreadable } from "../../discover/file-text.ts";
import type { FileRead } from "../../discover/machine.ts";
import { reasonOf } from "../reasons.ts";
import { LARGEST_REPORT } from "../saved-report.ts";
import { TOO_LARGE } from "./report-text.ts";

/** Reads files that are all there and whole, one after the other. */
export type ReportFiles = { readonly read: (path: string) => FileRead };

/** Set aside for a report at first; most are smaller. */
const FIRST_BYTES = 1_048_576;

/**
 * Reads thousands of files, all into the same memory, and waits for each: going to another thread and back takes longer
 * than reading does.
 */
export function openReportFiles(): ReportFiles {
  let memory = new Uint8Array(0);
  const memoryFor = (size: number) => {
    if (memory.length < size) memory = new Uint8Array(Math.max(size, FIRST_BYTES));
    return memory;
  };
  return {
    read: (path) => {
      try {
        // Opening a named pipe would wait for its writer.
        const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
        try {
          return readOpen(fd, memoryFor);
        } finally {
          closeSync(fd);
        }
      } catch (error) {
        return unreadable(`cannot be read: ${reasonOf(error)}`);
      }
    },
  };
}

function readOpen(fd: number, memoryFor: (size: number) => Uint8Array): FileRead {
  const found = fstatSync(fd);
  if (!found.isFile()) return unreadable("is no file");
  // What is too large is not read to its end only to be told so.
  if (found.size > LARGEST_REPORT) return TOO_LARGE;
  const bytes = memoryFor(found.size);
  let length = 0;
  while (length < found.size) {
    const read = readSync(fd, bytes, length, found.size - length, null);
    if (read === 0) break;
    length += read;
  }
  return textOf(bytes.subarray(0, length), LARGEST_REPORT);
}
