import { jvmSplittingOf, readJvmOptions } from "../../formats/jvm-options.ts";
import { holdsJvmOptions } from "../../formats/relevant.ts";
import type { Setting } from "../../model/setting.ts";
import { namesTrustStore } from "../../model/trust-settings.ts";
import type { Place } from "./read-store.ts";

/** Programs that run on the machine itself: the paths of those in containers are of other file systems. */
const OF_THE_MACHINE = ["dockerd", "nomad"];

/** The stores that settings name, wherever they stand. */
export function namedStores(settings: readonly Setting[]): readonly Place[] {
  return settings.filter(isOfThisFileSystem).flatMap((setting) => {
    const { name, value } = setting;
    if (holdsJvmOptions(name)) return keystoresIn(setting);
    // Only the variable that names directories may name several (OpenSSL, Go).
    const paths = name === "SSL_CERT_DIR" ? value.split(":") : [value];
    return namesTrustStore(name)
      ? paths.filter((path) => path !== "").map((path) => ({ path, kind: "pem", isNamed: true }) as const)
      : [];
  });
}

function isOfThisFileSystem({ source }: Setting): boolean {
  return source.kind !== "process" || OF_THE_MACHINE.includes(source.program);
}

function keystoresIn({ name, value }: Setting): readonly Place[] {
  return readJvmOptions(value, jvmSplittingOf(name))
    .filter((option) => option.name === "javax.net.ssl.trustStore")
    .map((option) => ({ path: option.value, kind: "keystore", isNamed: true }));
}
