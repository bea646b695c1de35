import { firstNonEmpty } from "../clients/common/settings.ts";
import { SYSTEM_BUNDLES, SYSTEM_DIRECTORIES } from "./machine-stores.ts";
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
    const bundle = machine.first(SYSTEM_BUNDLES);
    const own = bundle === undefined ? [] : [bundle];
    const directories = machine.among(SYSTEM_DIRECTORIES);
    const within = own.filter((path) => directories.some((each) => path.startsWith(`${each}/`)));
    const stores = [
      ...(file === undefined ? own : added(machine, file.value, "file")),
      ...(directory === undefined ? [...directories, ...within] : addedOf(machine, directory.value)),
    ];
    return because.length === 2 ? goesBy(stores, ...because) : bySystem(stores, ...because);
  },
  stopsAtIntermediate: () => "yes",
};
