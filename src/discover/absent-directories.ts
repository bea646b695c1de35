import { dirname } from "node:path";
import { access } from "./file-calls.ts";
import { type Asked, onceForEach } from "./once-for-each.ts";

/**
 * Tells whether a directory below `root` is not there. Each is asked for once, and none below one that is not there:
 * most of the places where settings may be are in directories that a machine has not. One that may not be passed counts
 * as there, so that who goes on learns why.
 */
export function absentDirectories(root: string): Asked {
  const isAbsent: Asked = onceForEach(async (directory) => {
    const above = dirname(directory);
    if (directory === root || directory === above) return false;
    if (await isAbsent(above)) return true;
    return access(directory).then(
      () => false,
      ({ code }: NodeJS.ErrnoException) => isAbsence(code),
    );
  });
  return isAbsent;
}

/** Whether a call failed because there is nothing at its path. */
export function isAbsence(code: string | undefined): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
