import { join } from "node:path";
import type { Examined } from "../../examine.ts";
import type { FileOutcome, PlannedFile } from "../../model/file-change.ts";
import { renderFixesJson } from "../../render/fixes-json.ts";
import type { FixOptions } from "../options.ts";
import { standardOutput } from "../standard-output.ts";
import { writeChanges } from "./write-changes.ts";

/** Prints one object of JSON, with `--write` when all is written, and asks nothing. Gives what became of the files. */
export async function fixAsJson(
  { root = "/", write, dryRun }: FixOptions,
  { report, changes: changesOf }: Examined,
): Promise<readonly (FileOutcome | PlannedFile)[]> {
  const changes = changesOf();
  const files =
    write && !dryRun
      ? await writeChanges(root, changes)
      : changes.map(({ path }): PlannedFile => ({ path: join(root, path), kind: "planned" }));
  standardOutput().write(renderFixesJson(report, files));
  return files;
}
