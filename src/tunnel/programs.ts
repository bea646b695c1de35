import { access, constants, realpath } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import type { Helper } from "../model/tunnel.ts";
import { OTHER_HELPERS } from "./helpers.ts";

/** The path of an installed program, by looking where a shell would; nothing is run. */
export async function findProgram(name: string): Promise<string | undefined> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  for (const directory of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(directory || ".", file);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/** The programs here that can lead ssh through a proxy. */
export async function installedHelpers(): Promise<readonly Helper[]> {
  const found = await Promise.all(OTHER_HELPERS.map(async (name) => ((await canLead(name)) ? [name] : [])));
  return found.flat();
}

/** Several programs are called nc; only that of OpenBSD, which macOS has too, speaks to a proxy by `-X`. */
async function canLead(name: Helper): Promise<boolean> {
  const path = await findProgram(name);
  if (path === undefined || name !== "nc") return path !== undefined;
  if (process.platform === "darwin") return path === "/usr/bin/nc";
  return basename(await realpath(path)) === "nc.openbsd";
}
