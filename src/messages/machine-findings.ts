import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";
import { counted, listed } from "./phrases.ts";

/** Not yet. */
export function replicatedConfInvalid(_: FindingArgs["replicated-conf-invalid"]): FindingWords {
  return { what: "replicated-conf-invalid", why: "", remedy: "" };
}

/** Not yet. */
export function replicatedConfWithoutEffect(_: FindingArgs["replicated-conf-without-effect"]): FindingWords {
  return { what: "replicated-conf-without-effect", why: "", remedy: "" };
}

/** Settings of one machine that name different proxies. */
export function proxiesDisagree({ proxies }: FindingArgs["proxies-disagree"]): FindingWords {
  const namings = proxies.map(({ proxy, places }) => `${proxy} in ${counted(places.length, "place")}`);
  return {
    what: `The settings of this machine name ${proxies.length} proxies: ${listed(namings)}.`,
    why: "Each component goes through the proxy that it finds, so that what works for one fails for another when one of the proxies is switched off.",
    remedy: `Find out which of ${listed(proxies.map(({ proxy }) => proxy))} is right for this machine, and name it in all of these places.`,
  };
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
