import type { Environment, Variable } from "../../model/client.ts";
import { NODE_STORE } from "../../model/trust.ts";
import { firstNonEmpty } from "../clients/common/settings.ts";
import { hashedDirectories, type MachineStores } from "./machine-stores.ts";
import { opensslDefaults } from "./openssl.ts";
import { added, goesBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

/** Where the OpenSSL within Node's own builds looks for a file (`--openssl-system-ca-path` of its build). */
const OPENSSL_FILES = ["/etc/ssl/cert.pem"];

/**
 * Node's `tls`, and so undici and proxy-agent (held against 20): Mozilla's authorities, which are built in, and those of
 * NODE_EXTRA_CA_CERTS, which is read once, at the start. `--use-openssl-ca` of NODE_OPTIONS puts OpenSSL's in place of
 * the former, and `--use-system-ca` adds them.
 */
export const nodeTrust: TrustModel = {
  choose: (environment, machine) => {
    const unverified = environment.find(
      ({ name, value }) => name === "NODE_TLS_REJECT_UNAUTHORIZED" && value === "0",
    );
    if (unverified !== undefined) return { takes: "any-certificate", because: [unverified] };
    const options = firstNonEmpty(environment, ["NODE_OPTIONS"]);
    const base = baseOf(options, environment, machine);
    const extra = firstNonEmpty(environment, ["NODE_EXTRA_CA_CERTS"]);
    if (extra === undefined || !("stores" in base)) return base;
    return goesBy([...base.stores, ...added(machine, extra.value, "file")], ...base.because, extra);
  },
  stopsAtIntermediate: () => "no",
};

function baseOf(
  options: Variable | undefined,
  environment: Environment,
  machine: MachineStores,
): TrustChoice {
  const flags = [...(options?.value ?? "").matchAll(/--use-(?:openssl|bundled|system)-ca(?=\s|$)/g)].map(
    ([flag]) => flag,
  );
  const isOpenssl = flags.findLast((flag) => flag !== "--use-system-ca") === "--use-openssl-ca";
  if (options === undefined || !(isOpenssl || flags.includes("--use-system-ca"))) return goesBy([NODE_STORE]);
  const own = { files: machine.among(OPENSSL_FILES), directories: hashedDirectories(machine) };
  const system = opensslDefaults(environment, machine, own);
  if (!("stores" in system)) return system;
  return goesBy([...(isOpenssl ? [] : [NODE_STORE]), ...system.stores], options, ...system.because);
}
