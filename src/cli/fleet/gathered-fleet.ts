import { createHash } from "node:crypto";
import { gathering } from "../../fleet/gathering.ts";
import { glanceOf } from "../../fleet/glance.ts";
import { REPORT_PARTS, type ReportParts } from "../../fleet/report-parts.ts";
import type { Fleet, LeftOut } from "../../model/fleet.ts";
import { partsReader } from "../../saved/read-parts.ts";
import { StoppedError } from "../stopped-error.ts";
import { UsageError } from "../usage-error.ts";
import type { ReportText } from "./report-text.ts";
import { reportTexts } from "./report-texts.ts";

/** How far reading has come. */
type Progress = (read: number) => void;

/**
 * The fleet of all reports that some paths lead to. Of each only what the fleet is told of is held, and what cannot be
 * read is left out and named. Rejects with a `UsageError` where there is nothing at all.
 */
export async function gatheredFleet(
  paths: readonly string[],
  signal: AbortSignal,
  progress: Progress,
): Promise<Fleet> {
  const reports = gathering();
  const readParts = partsReader(REPORT_PARTS);
  const take = ({ file, read }: ReportText): { readonly why?: string } => {
    if (read.kind !== "text") return { why: read.kind === "absent" ? "is not there" : read.reason };
    const saved = readParts(read.text);
    if (saved.kind === "refused") return saved;
    // The parts are named beside their type.
    return reports.add(glanceOf(saved.parts as ReportParts, file), digestOf(read.text));
  };
  const leftOut: LeftOut[] = [];
  let count = 0;
  for await (const text of reportTexts(paths)) {
    if (signal.aborted) throw new StoppedError(`stopped (${signal.reason}) while reading reports`);
    const { why } = take(text);
    if (why !== undefined) leftOut.push({ file: text.file, why });
    count++;
    progress(count);
  }
  if (count === 0) throw new UsageError(`fleet: no report (*.json) in ${paths.join(", ")}`);
  return reports.fleet(leftOut);
}

/** By this equal reports are known, of which no text is kept. */
function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
