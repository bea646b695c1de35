import { realpath } from "node:fs/promises";
import { dirname, relative } from "node:path";

/**
 * Whether a path, or where it would be made, lies below a directory when all links are followed: below the root of a
 * mounted image a link that begins at `/` leads to a file of this machine.
 */
export async function liesBelow(trunk: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) return path !== dirname(path) && liesBelow(trunk, dirname(path));
  const way = relative(trunk, real);
  return way !== ".." && !way.startsWith("../");
}
