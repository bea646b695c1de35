import { dirname } from "node:path";
import { readlink } from "./file-calls.ts";
import { type Asked, onceForEach } from "./once-for-each.ts";

/**
 * Tells whether the way to a place below `root` goes through a symbolic link that begins at `/`: it was made for the
 * machine whose root that is, and leads somewhere else on this one. On the machine itself none leads out.
 */
export function linksOut(root: string): Asked {
  const goesOut: Asked = onceForEach(async (place) => {
    const above = dirname(place);
    if (place === root || place === above) return false;
    const target = await readlink(place).catch(() => "");
    return target.startsWith("/") || goesOut(above);
  });
  return root === "/" ? async () => false : goesOut;
}
