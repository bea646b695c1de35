import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { textOf, unreadable } from "../../discover/file-text.ts";
import { errorCode } from "../../model/error-code.ts";
import { reasonOf } from "../reasons.ts";
import { LARGEST_REPORT } from "../saved-report.ts";
import { isReportName, type ReportText, TOO_LARGE } from "./report-text.ts";

/** The header of a tar archive, which says at its place that it is one (POSIX, ustar). */
const TAR_HEADER = 512;
const TAR_MARK = { at: 257, text: "ustar" } as const;

/** What may be reports in a stream: in an archive, or the one that it is; either of them zipped, or not. */
export async function* textsInStream(file: string, stream: Readable): AsyncGenerator<ReportText> {
  try {
    yield* textsIn(file, stream);
  } catch (error) {
    yield { file, read: unreadable(brokenBy(error)) };
  } finally {
    stream.destroy();
  }
}

async function* textsIn(file: string, stream: Readable): AsyncGenerator<ReportText> {
  const { head, whole } = await peeked(stream);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const unzipped = createGunzip();
    // What fails there is told by what is read from it.
    pipeline(whole, unzipped).catch(() => undefined);
    const inner = await peeked(unzipped);
    return yield* unzippedTexts(file, inner);
  }
  yield* unzippedTexts(file, { head, whole });
}

type Peeked = { readonly head: Buffer; readonly whole: Readable };

async function* unzippedTexts(file: string, { head, whole }: Peeked): AsyncGenerator<ReportText> {
  const mark = head.toString("latin1", TAR_MARK.at, TAR_MARK.at + TAR_MARK.text.length);
  if (mark === TAR_MARK.text) return yield* textsInTar(file, whole);
  const bytes = await bytesOf(whole);
  yield { file, read: bytes === undefined ? TOO_LARGE : textOf(bytes, LARGEST_REPORT) };
}

async function* textsInTar(file: string, stream: Readable): AsyncGenerator<ReportText> {
  const entries = extract();
  pipeline(stream, entries).catch(() => undefined);
  for await (const entry of entries) {
    const { name, type, size = 0 } = entry.header;
    const place = `${file}:${name}`;
    if (type !== "file" || !isReportName(name)) {
      entry.resume();
    } else if (size > LARGEST_REPORT) {
      entry.resume();
      yield { file: place, read: TOO_LARGE };
    } else {
      const bytes = await bytesOf(entry);
      yield { file: place, read: bytes === undefined ? TOO_LARGE : textOf(bytes, LARGEST_REPORT) };
    }
  }
}

/** The first bytes of a stream, and a stream of all of it. */
async function peeked(stream: Readable): Promise<Peeked> {
  const chunks = stream[Symbol.asyncIterator]();
  const begun: Buffer[] = [];
  let length = 0;
  while (length < TAR_HEADER) {
    const { done, value } = await chunks.next();
    if (done) break;
    begun.push(value);
    length += value.length;
  }
  const all = async function* () {
    yield* begun;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  return { head: Buffer.concat(begun), whole: Readable.from(all(), { objectMode: false }) };
}

/** All bytes; nothing where there are more than a report can have. */
async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_REPORT) return undefined;
  }
  return Buffer.concat(chunks, length);
}

const ENDINGS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: "breaks off",
  Z_DATA_ERROR: "is zipped, and not whole",
};

function brokenBy(error: unknown): string {
  const code = errorCode(error);
  if (code !== "" && !code.startsWith("Z_")) return `cannot be read: ${reasonOf(error)}`;
  return ENDINGS[code] ?? "is no whole archive";
}
