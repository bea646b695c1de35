import { dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";
import { absentDirectories, isAbsence } from "./absent-directories.ts";
import { readlink, realpath } from "./file-calls.ts";
import { onceForEach } from "./once-for-each.ts";

/**
 * Where a path leads: `there`, by its real place on this machine; to the `null-device`, by which systemd masks a file;
 * `absent`; or `lost`, where a link leads to what is not below the root, as to a part that was not copied.
 */
export type Way =
  | { readonly kind: "there"; readonly real: string }
  | { readonly kind: "null-device" | "absent" | "lost" };

/** Tells where a path leads when all links are followed. Rejects with the system's error where they cannot be. */
export type Ways = (path: string) => Promise<Way>;

/**
 * Follows paths below a root as the system does whose root that is: a link that begins at `/` begins there, and `..`
 * leads no higher (chroot(2)). So no way leads out.
 */
export function waysBelow(root: string): Ways {
  return root === "/" ? ownWays() : innerWays(root);
}

function ownWays(): Ways {
  const isAbsent = absentDirectories("/");
  return async (path) => {
    if (await isAbsent(dirname(path))) return { kind: "absent" };
    return realpath(path).then(
      (real) => ({ kind: "there", real }),
      (error: unknown) => unlessAbsent(error, { kind: "absent" }),
    );
  };
}

function innerWays(root: string): Ways {
  const trunk = realpath(root);
  // Who asks for a way is told of it.
  trunk.catch(() => undefined);
  const linkAt = onceForEach(targetOf);
  return async (path) => followed(await trunk, path, linkAt);
}

/** What the link at a place holds; nothing where no link is. */
function targetOf(place: string): Promise<string | undefined> {
  return readlink(place).catch((error: unknown) => {
    if (errorCode(error) === "EINVAL") return undefined;
    throw error;
  });
}

/**
 * How far a path has been followed: a real place, and the names ahead of it, of which the first stand in links
 * (`linked`). These are another system's to lead on where one of the links began at its root, or went above it.
 */
type Standing = {
  readonly at: string;
  readonly ahead: readonly string[];
  readonly links: number;
  readonly linked: number;
  readonly isTurned: boolean;
};

async function followed(trunk: string, path: string, linkAt: typeof targetOf): Promise<Way> {
  let standing: Standing = { at: trunk, ahead: namesIn(path), links: 0, linked: 0, isTurned: false };
  try {
    for (;;) {
      const next = await onward(trunk, standing, linkAt);
      if ("kind" in next) return next;
      standing = next;
    }
  } catch (error) {
    return unlessAbsent(error, { kind: standing.isTurned ? "lost" : "absent" });
  }
}

/** Most links on one way (path_resolution(7)). */
const MOST_LINKS = 40;

async function onward(trunk: string, standing: Standing, linkAt: typeof targetOf): Promise<Standing | Way> {
  const { at, ahead } = standing;
  const [name] = ahead;
  if (name === undefined) return { kind: "there", real: at };
  const place = join(at, name);
  if (name === "..") return at === trunk ? passed(standing, trunk, true) : passed(standing, place);
  const target = await linkAt(place);
  if (target === undefined) return passed(standing, place);
  // In a tree of files there are no devices.
  return target === "/dev/null" ? { kind: "null-device" } : turned(trunk, standing, target);
}

/** One name on, at a place that is there. */
function passed(standing: Standing, at: string, isTurned = standing.isTurned): Standing {
  const linked = Math.max(0, standing.linked - 1);
  return { ...standing, at, ahead: standing.ahead.slice(1), linked, isTurned: isTurned && linked > 0 };
}

/** On by a link, whose names stand in place of its own. */
function turned(trunk: string, standing: Standing, target: string): Standing {
  const links = standing.links + 1;
  if (links > MOST_LINKS) throw Object.assign(new Error("too many links"), { code: "ELOOP" });
  const names = namesIn(target);
  const { at, ahead, linked } = passed(standing, standing.at);
  const further = { ahead: [...names, ...ahead], links, linked: linked + names.length };
  return target.startsWith("/")
    ? { ...further, at: trunk, isTurned: true }
    : { ...further, at, isTurned: standing.isTurned };
}

function namesIn(path: string): readonly string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

function unlessAbsent(error: unknown, way: Way): Way {
  if (isAbsence(errorCode(error))) return way;
  throw error;
}
