import { NODE_STORE, type TrustStoreId } from "../../model/trust.ts";
import { firstNonEmpty, firstPresent } from "../clients/common/settings.ts";
import { atLeast } from "../clients/common/version.ts";
import { readBotocoreVersions } from "../clients/python/botocore-version.ts";
import { hashedDirectories, type MachineStores, systemBundle } from "./machine-stores.ts";
import { opensslDefaults } from "./openssl.ts";
import { bySystem, onlyBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

/** Where Debian's own packages lie; pip puts others elsewhere. */
const DEBIAN_PACKAGES = "/usr/lib/python3/dist-packages";

/** urllib with the context that `ssl.create_default_context` makes (held against 3.11): OpenSSL's own defaults. */
export const urllibTrust: TrustModel = {
  choose: (environment, machine) => {
    const own = { files: systemBundle(machine), directories: hashedDirectories(machine) };
    return opensslDefaults(environment, machine, own);
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
    if (variable === undefined) return byOwn(machine, "certifi");
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
    if (setting === undefined) return byOwn(machine, "botocore");
    if (setting.value === "") return { takes: "any-certificate", because: [setting] };
    return onlyBy(machine, setting.value, "file", setting);
  },
  // urllib3 asks for it since 2.4.0, from Python 3.13 on, and nobody tells which urllib3 there is.
  stopsAtIntermediate: (version = "") => {
    return atLeast(readBotocoreVersions(version).python, "3.13") ? "unknown" : "no";
  },
};

/**
 * The bundle of certifi, where it is beside a package, and else the package's own. Debian's certifi names the system's
 * bundle, whatever comes with it. Of several Pythons nobody can tell which one runs.
 */
function byOwn(machine: MachineStores, name: "botocore" | "certifi"): TrustChoice {
  const folders = machine
    .such("bundle", new RegExp(`/${name}/cacert\\.pem$`))
    .map((path) => path.slice(0, -`/${name}/cacert.pem`.length));
  if (folders.length === 0) return byNoneSeen(machine);
  const bundles = [...new Set(folders.flatMap((folder) => bundleIn(folder, name, machine)))];
  return bundles.length > 1 ? { oneOf: bundles, because: [] } : bySystem(bundles);
}

/** There may be one all the same: Mozilla's list, as Node has it; or it is Debian's way. */
function byNoneSeen(machine: MachineStores): TrustChoice {
  const system = systemBundle(machine);
  return system.length === 0 ? bySystem([]) : { oneOf: [NODE_STORE, ...system], because: [] };
}

function bundleIn(
  folder: string,
  name: "botocore" | "certifi",
  machine: MachineStores,
): readonly TrustStoreId[] {
  const certifi = `${folder}/certifi/cacert.pem`;
  if (machine.first([certifi]) === undefined) return [`${folder}/${name}/cacert.pem`];
  return folder === DEBIAN_PACKAGES ? systemBundle(machine) : [certifi];
}
