import { firstNonEmpty, firstPresent } from "../clients/common/settings.ts";
import { atLeast } from "../clients/common/version.ts";
import { readBotocoreVersions } from "../clients/python/botocore-version.ts";
import { type MachineStores, NODE_STORE, SYSTEM_BUNDLES, SYSTEM_DIRECTORIES } from "./machine-stores.ts";
import { opensslDefaults } from "./openssl.ts";
import { onlyBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

/** The file that comes with certifi, and the one that comes with botocore, which is for where certifi is not. */
const OWN_BUNDLE = /\/(?:certifi|botocore)\/cacert\.pem$/;

/** urllib with the context that `ssl.create_default_context` makes (held against 3.11): OpenSSL's own defaults. */
export const urllibTrust: TrustModel = {
  choose: (environment, machine) => {
    const bundle = machine.first(SYSTEM_BUNDLES);
    const files = bundle === undefined ? [] : [bundle];
    return opensslDefaults(environment, machine, { files, directories: machine.among(SYSTEM_DIRECTORIES) });
  },
  // `VERIFY_X509_PARTIAL_CHAIN` is among the defaults since 3.13.
  stopsAtIntermediate: (version = "3.11") => (atLeast(version, "3.13") ? "yes" : "no"),
};

/**
 * requests with `trust_env` (`Session.merge_environment_settings`, held against 2.28 and 2.34): REQUESTS_CA_BUNDLE, else
 * CURL_CA_BUNDLE, else certifi's. A directory is taken too.
 */
export const requestsTrust: TrustModel = {
  choose: (environment, machine) => {
    const variable = firstNonEmpty(environment, ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"]);
    if (variable === undefined) return byCertifi(machine);
    const isDirectory = machine.holding(variable.value, "directory") === "authorities";
    return isDirectory
      ? { stores: [variable.value], because: [variable] }
      : onlyBy(machine, variable.value, "file", variable);
  },
  stopsAtIntermediate: () => "unknown",
};

/**
 * botocore, and so awscli (`session.py`, `endpoint.py` and `httpsession.py`, held against 1.29 and 1.43): AWS_CA_BUNDLE,
 * else `ca_bundle` of its configuration, else REQUESTS_CA_BUNDLE, else certifi's. Where the first of them that is set
 * is empty, no certificate is checked.
 */
export const botocoreTrust: TrustModel = {
  choose: (environment, machine) => {
    const setting = firstPresent(environment, ["AWS_CA_BUNDLE", "ca_bundle", "REQUESTS_CA_BUNDLE"]);
    if (setting === undefined) return byCertifi(machine);
    if (setting.value === "") return { takes: "any-certificate", because: [setting] };
    return onlyBy(machine, setting.value, "file", setting);
  },
  // urllib3 asks for it since 2.4.0, from Python 3.13 on, and nobody tells which urllib3 there is.
  stopsAtIntermediate: (version = "") => {
    return atLeast(readBotocoreVersions(version).python, "3.13") ? "unknown" : "no";
  },
};

/**
 * Debian has its Python packages go by the system's bundle. Where no bundle of their own is seen, there may still be
 * one: Mozilla's list, as Node's own is.
 */
function byCertifi(machine: MachineStores): TrustChoice {
  const own = machine.such("bundle", OWN_BUNDLE);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return { stores: [only], because: [] };
  if (own.length > 1) return { oneOf: own, because: [] };
  const system = machine.first(SYSTEM_BUNDLES);
  if (system === undefined) return { unknown: "not-found", because: [] };
  return { oneOf: [NODE_STORE, system], because: [] };
}
