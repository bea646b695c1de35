import type { Environment, Variable } from "../../model/client.ts";
import { firstNonEmpty, firstPresent } from "../clients/common/settings.ts";
import { type MachineStores, systemBundle, wholeDirectories } from "./machine-stores.ts";
import { added, bySystem, goesBy, onlyBy, type TrustChoice, type TrustModel } from "./trust-model.ts";

/** GnuTLS takes any certificate of its list for an authority to stop at. */
const stopsAtIntermediate = () => "yes" as const;

/**
 * wget with GnuTLS, as Debian has it (`src/gnutls.c`, held against 1.21.3): the system's, or all files of
 * `ca_directory`, and `ca_certificate` besides. It reads no variable.
 */
export const wgetTrust: TrustModel = {
  choose: (environment, machine) => {
    const directory = firstPresent(environment, ["ca_directory"]);
    const file = firstNonEmpty(environment, ["ca_certificate"]);
    const because = [directory, file].filter((each) => each !== undefined);
    const given = file === undefined ? [] : added(machine, file.value, "file");
    if (directory !== undefined)
      return goesBy([...added(machine, directory.value, "directory"), ...given], ...because);
    return bySystem([...systemBundle(machine), ...given], ...because);
  },
  stopsAtIntermediate,
};

/**
 * apt from 1.5 on, with GnuTLS (`methods/connect.cc`, held against 2.6.1): `Acquire::https::CAInfo`, in place of the
 * system's; that of one host is not modelled. It reads no variable.
 */
export const aptTrust: TrustModel = {
  choose: (environment, machine) => {
    const option = (name: string) =>
      environment.findLast(
        (each) => each.name.toLowerCase() === `acquire::https::${name}` && each.value !== "",
      );
    const [verify, file] = [option("verify-peer"), option("cainfo")];
    if (verify !== undefined && /^(?:false|no|off|without|disable|0)$/i.test(verify.value)) {
      return { takes: "any-certificate", because: [verify] };
    }
    return file === undefined ? bySystem(systemBundle(machine)) : onlyBy(machine, file.value, "file", file);
  },
  stopsAtIntermediate,
};

/**
 * git with the libcurl of GnuTLS, as Debian has it (git's `http.c`, held against 2.39.5): GIT_SSL_CAINFO and
 * GIT_SSL_CAPATH, be they empty, else `http.sslCAInfo` and `http.sslCAPath`. A file adds to the directory; one that
 * is not there stops git, and one without authorities does not. `http.<url>.sslCAInfo` is not modelled.
 */
export const gitTrust: TrustModel = { choose: chooseForGit, stopsAtIntermediate };

function chooseForGit(environment: Environment, machine: MachineStores): TrustChoice {
  const setting = (variable: string, option: string) =>
    firstPresent(environment, [variable]) ??
    environment.findLast(({ name }) => name.toLowerCase() === `http.${option}`);
  const unverified = unverifiedBy(environment);
  if (unverified !== undefined) return { takes: "any-certificate", because: [unverified] };
  const [file, directory] = [setting("GIT_SSL_CAINFO", "sslcainfo"), setting("GIT_SSL_CAPATH", "sslcapath")];
  const because = [file, directory].filter((each) => each !== undefined);
  const directories =
    directory === undefined
      ? [...systemBundle(machine), ...wholeDirectories(machine)]
      : added(machine, directory.value, "directory");
  if (file === undefined) {
    return directory === undefined ? bySystem(directories) : goesBy(directories, ...because);
  }
  const holding = file.value === "" ? "absent" : machine.holding(file.value, "file");
  if (holding === "unknown") return { unknown: "not-found", because };
  if (holding === "absent") return goesBy([], ...because);
  return goesBy([...added(machine, file.value, "file"), ...directories], ...because);
}

/** GIT_SSL_NO_VERIFY counts whatever it is set to. */
function unverifiedBy(environment: Environment): Variable | undefined {
  const option = environment.findLast(({ name }) => name.toLowerCase() === "http.sslverify");
  const isOff = option !== undefined && /^(?:false|no|off|0|)$/i.test(option.value);
  return firstPresent(environment, ["GIT_SSL_NO_VERIFY"]) ?? (isOff ? option : undefined);
}
