import { errorCode } from "../model/error-code.ts";
import { isAbsence } from "./absent-directories.ts";
import { realpath } from "./file-calls.ts";
import { unreadable } from "./file-text.ts";
import type { FileRead } from "./machine.ts";

/** A keystore that takes longer to be listed is not waited for. */
const MOST_MS = 6000;

/** Most bytes of a list that are taken; that of all public authorities is a quarter of a megabyte. */
const MOST_BYTES = 8_388_608;

/** Most keystores that are listed, each by a JVM of its own. */
const MOST_KEYSTORES = 8;

/** The password that every keystore of a JVM's authorities has, unless somebody has changed it. */
const USUAL_PASSWORD = "changeit";

/** Lists keystores with `keytool`; one that several links lead to is listed once. Never throws. */
export function keystoreLists(): (path: string) => Promise<FileRead> {
  const known = new Map<string, Promise<FileRead>>();
  return async (path) => {
    const real = await realpath(path).catch(errorCode);
    if (isAbsence(real)) return { kind: "absent" };
    if (!real.startsWith("/")) return unreadable(`cannot be read (${real})`);
    const list = known.get(real) ?? (known.size < MOST_KEYSTORES ? listOf(real) : tooMany());
    known.set(real, list);
    return list;
  };
}

async function tooMany(): Promise<FileRead> {
  return unreadable("is one keystore too many");
}

async function listOf(path: string): Promise<FileRead> {
  const { execFile } = await import("node:child_process");
  const words = ["-list", "-rfc", "-keystore", path, "-storepass", USUAL_PASSWORD];
  return new Promise((resolve) => {
    const child = execFile("keytool", words, { timeout: MOST_MS, maxBuffer: MOST_BYTES }, (error, text) => {
      if (error === null) resolve({ kind: "text", text });
      else if (error.killed) resolve(unreadable("keytool takes too long to list it"));
      else if (errorCode(error) === "ENOENT") resolve(unreadable("there is no keytool to read it with"));
      else resolve(unreadable("keytool cannot read it with the usual password"));
    });
    // It asks for nothing, and must not wait for an answer.
    child.stdin?.end();
  });
}
