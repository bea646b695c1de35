import { dirname } from "node:path";
import type { Asked } from "./absent-directories.ts";
import { readlink } from "./file-calls.ts";

/**
 * Tells whether the way to a place below `root` goes through a symbolic link that begins at `/`: it was made for the
 * machine whose root that is, and leads somewhere else on this one. On the machine itself none leads out.
 */
export function linksOut(root: string): Asked {
  const known = new Map<string, Promise<boolean>>();
  const through = (directory: string): Promise<boolean> => {
    const answer = known.get(directory) ?? goesOut(directory);
    known.set(directory, answer);
    return answer;
  };
  const goesOut = async (place: string): Promise<boolean> => {
    const above = dirname(place);
    if (place === root || place === above) return false;
    const target = await readlink(place).catch(() => "");
    return target.startsWith("/") || through(above);
  };
  return root === "/" ? async () => false : goesOut;
}
