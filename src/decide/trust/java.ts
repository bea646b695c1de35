import type { Environment } from "../../model/client.ts";
import type { TrustStoreId } from "../../model/trust.ts";
import { atLeast } from "../clients/common/version.ts";
import { optionVariables, readProperties, startFault } from "../clients/java/properties.ts";
import type { MachineStores } from "./machine-stores.ts";
import { onlyBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

const VERSION = "17.0.15";

/** Where a system keeps the store that its JVMs share. */
const SHARED = [
  "/etc/ssl/certs/java/cacerts",
  "/etc/pki/java/cacerts",
  "/etc/pki/ca-trust/extracted/java/cacerts",
];

/**
 * A JVM (`sun.security.ssl.TrustStoreManager`, held against 17): `javax.net.ssl.trustStore` among its options, else
 * `jssecacerts` beside its `cacerts`, else that. Where the named one is not there, it is `cacerts` again; what is
 * no keystore lets it trust nobody. No variable of the environment counts but those that hold options. A PKCS12 store
 * with a password needs `javax.net.ssl.trustStorePassword` besides.
 */
export const javaTrust: TrustModel = { choose, stopsAtIntermediate: () => "yes" };

function choose(environment: Environment, machine: MachineStores, version = VERSION): TrustChoice {
  const variables = optionVariables(environment, version);
  if (startFault(variables) !== undefined) return { unknown: "not-found", because: [] };
  const property = readProperties(variables).get("javax.net.ssl.trustStore");
  if (property === undefined) return byOwn(machine.such("keystore", /\/jssecacerts$/), machine);
  const holding = property.value === "" ? "absent" : machine.holding(property.value, "keystore");
  if (holding !== "absent") return onlyBy(machine, property.value, "keystore", property);
  // Before, whoever was named and not there left a JVM without any.
  if (!atLeast(version, "11")) return { unknown: "not-found", because: [property] };
  return { ...byOwn([], machine), because: [property] };
}

/** Of several JVMs nobody can tell which one runs; a system's own share one store. */
function byOwn(before: readonly TrustStoreId[], machine: MachineStores): TrustChoice {
  const shared = machine.first(SHARED);
  if (before.length === 0 && shared !== undefined) return { stores: [shared], because: [] };
  const all = [...before, ...machine.such("keystore", /\/cacerts$/)];
  const [only] = all;
  if (only === undefined) return { unknown: "not-found", because: [] };
  return all.length === 1 ? { stores: [only], because: [] } : { oneOf: all, because: [] };
}
