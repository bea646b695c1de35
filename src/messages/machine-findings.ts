import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function replicatedConfInvalid(_: FindingArgs["replicated-conf-invalid"]): FindingWords {
  return { what: "replicated-conf-invalid", why: "", remedy: "" };
}

/** Not yet. */
export function replicatedConfWithoutEffect(_: FindingArgs["replicated-conf-without-effect"]): FindingWords {
  return { what: "replicated-conf-without-effect", why: "", remedy: "" };
}

/** Not yet. */
export function proxiesDisagree(_: FindingArgs["proxies-disagree"]): FindingWords {
  return { what: "proxies-disagree", why: "", remedy: "" };
}

/** Not yet. */
export function dockerDaemonWithoutProxy(_: FindingArgs["docker-daemon-without-proxy"]): FindingWords {
  return { what: "docker-daemon-without-proxy", why: "", remedy: "" };
}

/** Not yet. */
export function ignoredSettingsFile(_: FindingArgs["ignored-settings-file"]): FindingWords {
  return { what: "ignored-settings-file", why: "", remedy: "" };
}

/** Not yet. */
export function staleProcess(_: FindingArgs["stale-process"]): FindingWords {
  return { what: "stale-process", why: "", remedy: "" };
}

/** Not yet. */
export function readableCredentials(_: FindingArgs["readable-credentials"]): FindingWords {
  return { what: "readable-credentials", why: "", remedy: "" };
}

/** Not yet. */
export function serverTooOld(_: FindingArgs["server-too-old"]): FindingWords {
  return { what: "server-too-old", why: "", remedy: "" };
}
