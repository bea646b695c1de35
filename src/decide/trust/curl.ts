import type { Environment, Variable } from "../../model/client.ts";
import { firstNonEmpty } from "../clients/common/settings.ts";
import { atLeast } from "../clients/common/version.ts";
import { hashedDirectories, type MachineStores, systemBundle } from "./machine-stores.ts";
import { addedOf, bySystem, onlyBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

const VERSION = "7.88.1";

/**
 * The curl command with OpenSSL (`src/tool_operate.c`, held against 7.88.1 of Debian): `--cacert` and `--capath` of a
 * .curlrc, else CURL_CA_BUNDLE, else SSL_CERT_DIR, else SSL_CERT_FILE; from 8.3.0 on, both of the last two. A file
 * that is not there, or holds no authority, stops curl; such a directory does not.
 */
export const curlTrust: TrustModel = {
  choose,
  // `X509_V_FLAG_PARTIAL_CHAIN`, set since 7.68.0.
  stopsAtIntermediate: (version = VERSION) => (atLeast(version, "7.68.0") ? "yes" : "no"),
};

function choose(environment: Environment, machine: MachineStores, version = VERSION): TrustChoice {
  const { file, directory } = namedBy(environment, version);
  const because = [file, directory].filter((each) => each !== undefined);
  const directories = directory === undefined ? ownDirectory(machine) : addedOf(machine, directory.value);
  if (file === undefined) return bySystem([...systemBundle(machine), ...directories], ...because);
  const choice = onlyBy(machine, file.value, "file", ...because);
  // Without the file curl does not get as far as to look into a directory.
  return "stores" in choice && choice.stores.length > 0
    ? { ...choice, stores: [...choice.stores, ...directories] }
    : choice;
}

type Named = { readonly file?: Variable | undefined; readonly directory?: Variable | undefined };

function namedBy(environment: Environment, version: string): Named {
  const variable = (name: string) => firstNonEmpty(environment, [name]);
  const options = { file: variable("--cacert"), directory: variable("--capath") };
  if (options.file !== undefined || options.directory !== undefined) return options;
  const bundle = variable("CURL_CA_BUNDLE");
  if (bundle !== undefined) return { file: bundle };
  const directory = variable("SSL_CERT_DIR");
  const both = directory === undefined || atLeast(version, "8.3.0");
  return { directory, file: both ? variable("SSL_CERT_FILE") : undefined };
}

/** Debian's libcurl looks into its directory beside whatever file it is given (`--with-ca-path` of its build). */
function ownDirectory(machine: MachineStores): readonly string[] {
  const [bundle] = systemBundle(machine);
  return bundle?.startsWith("/etc/ssl/certs/") ? hashedDirectories(machine) : [];
}
