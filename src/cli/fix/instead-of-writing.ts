import type { FileChange } from "../../model/file-change.ts";
import type { FixOptions } from "../options.ts";

/**
 * What is told where nothing is written; `undefined` where all is set to write. `restarts` is for whoever is still to
 * make the changes, and `agreed` asks whether these files are to be written.
 */
export async function insteadOfWriting(
  { write, dryRun, yes }: Pick<FixOptions, "write" | "dryRun" | "yes">,
  changes: readonly FileChange[],
  restarts: string,
  agreed: (names: string) => Promise<boolean>,
): Promise<string | undefined> {
  if (!write) return restarts;
  if (changes.length === 0) return "\nNothing to write.\n";
  const names = changes.map(({ path }) => path).join(", ");
  if (dryRun) return `\nNot written: ${names} (--dry-run).\n${restarts}`;
  return yes || (await agreed(names)) ? undefined : "\nNothing was written.\n";
}
