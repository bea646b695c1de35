import { firstNonEmpty } from "../clients/common/settings.ts";
import { systemBundle, wholeDirectories } from "./machine-stores.ts";
import { added, addedOf, bySystem, goesBy, type TrustModel } from "./trust-model.ts";

/**
 * Go's `crypto/x509` on Linux (`root_unix.go`, `loadSystemRoots`, held against 1.19): SSL_CERT_FILE in place of the first
 * bundle of its list, SSL_CERT_DIR in place of the directories, of which it reads every file, bundles too. What is not
 * there adds nothing. A program may name authorities besides, as Docker does for its registries.
 */
export const goTrust: TrustModel = {
  choose: (environment, machine) => {
    const [file, directory] = [
      firstNonEmpty(environment, ["SSL_CERT_FILE"]),
      firstNonEmpty(environment, ["SSL_CERT_DIR"]),
    ];
    const because = [file, directory].filter((each) => each !== undefined);
    const stores = [
      ...(file === undefined ? systemBundle(machine) : added(machine, file.value, "file")),
      ...(directory === undefined ? wholeDirectories(machine) : addedOf(machine, directory.value)),
    ];
    return because.length === 2 ? goesBy(stores, ...because) : bySystem(stores, ...because);
  },
  stopsAtIntermediate: () => "yes",
};
