import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function jvmProxyHostMalformed(_: FindingArgs["jvm-proxy-host-malformed"]): FindingWords {
  return { what: "jvm-proxy-host-malformed", why: "", remedy: "" };
}

/** Not yet. */
export function jvmHttpsProxyMissing(_: FindingArgs["jvm-https-proxy-missing"]): FindingWords {
  return { what: "jvm-https-proxy-missing", why: "", remedy: "" };
}

/** Not yet. */
export function jvmBypassSeparator(_: FindingArgs["jvm-bypass-separator"]): FindingWords {
  return { what: "jvm-bypass-separator", why: "", remedy: "" };
}

/** Not yet. */
export function jvmHttpsBypassProperty(_: FindingArgs["jvm-https-bypass-property"]): FindingWords {
  return { what: "jvm-https-bypass-property", why: "", remedy: "" };
}

/** Not yet. */
export function jvmOptionsMissing(_: FindingArgs["jvm-options-missing"]): FindingWords {
  return { what: "jvm-options-missing", why: "", remedy: "" };
}

/** Not yet. */
export function jvmBasicAuthDisabled(_: FindingArgs["jvm-basic-auth-disabled"]): FindingWords {
  return { what: "jvm-basic-auth-disabled", why: "", remedy: "" };
}
