import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function proxiesDisagree(_: FindingArgs["proxies-disagree"]): FindingWords {
  return { what: "proxies-disagree", why: "", remedy: "" };
}

/** Not yet. */
export function readableCredentials(_: FindingArgs["readable-credentials"]): FindingWords {
  return { what: "readable-credentials", why: "", remedy: "" };
}

/** Not yet. */
export function serverTooOld(_: FindingArgs["server-too-old"]): FindingWords {
  return { what: "server-too-old", why: "", remedy: "" };
}
