import type { Environment } from "../../model/client.ts";
import type { TrustStoreId } from "../../model/trust.ts";
import { firstPresent } from "../clients/common/settings.ts";
import type { MachineStores } from "./machine-stores.ts";
import { added, addedOf, bySystem, goesBy, type TrustChoice } from "./trust-model.ts";

/**
 * What OpenSSL goes by where a program leaves it to it: SSL_CERT_FILE and SSL_CERT_DIR, be they empty, each in place of
 * one of its own (`X509_STORE_set_default_paths`). What is not there adds nothing.
 */
export function opensslDefaults(
  environment: Environment,
  machine: MachineStores,
  own: { readonly files: readonly TrustStoreId[]; readonly directories: readonly TrustStoreId[] },
): TrustChoice {
  const [file, directory] = [
    firstPresent(environment, ["SSL_CERT_FILE"]),
    firstPresent(environment, ["SSL_CERT_DIR"]),
  ];
  const because = [file, directory].filter((each) => each !== undefined);
  const stores = [
    ...(file === undefined ? own.files : added(machine, file.value, "file")),
    ...(directory === undefined ? own.directories : addedOf(machine, directory.value)),
  ];
  return because.length === 2 ? goesBy(stores, ...because) : bySystem(stores, ...because);
}
