import { basename, dirname, join } from "node:path";
import type { Ways } from "../discover/ways-below.ts";

/**
 * The place of a file on this machine, where all links on its way end, or where it would be made; nothing where a link
 * leads to what is not below the root, or to no file.
 */
export async function placeOf(path: string, ways: Ways): Promise<string | undefined> {
  const way = await ways(path);
  if (way.kind === "there") return way.real;
  if (way.kind !== "absent") return undefined;
  const above = await placeOf(dirname(path), ways);
  return above === undefined ? undefined : join(above, basename(path));
}
