import type { Because, Environment, Variable } from "../../../model/client.ts";
import { parseIpv4, readNumericIpv4 } from "../common/host.ts";
import { firstNonEmpty, step } from "../common/settings.ts";
import { atLeast } from "../common/version.ts";
import { pythonException } from "./bypass.ts";
import type { PythonSettings } from "./environment.ts";
import type { RequestsPlace } from "./requests-place.ts";
import { readPythonInteger } from "./url.ts";

/** The list that requests itself reads, beside the one that urllib finds. */
export function requestsList(environment: Environment): Variable | undefined {
  return firstNonEmpty(environment, ["no_proxy", "NO_PROXY"]);
}

/**
 * What spares a place from the proxy: an entry by requests' own rule, in whose list blanks have no meaning at
 * all (`a b` is `ab`), or one by urllib's (`requests/utils.py`, `should_bypass_proxies`).
 *
 * @param version of requests
 * @param python the version of Python below it
 */
export function requestsException(
  environment: Environment,
  settings: PythonSettings,
  place: RequestsPlace,
  version: string,
  python: string,
): Because | undefined {
  const list = requestsList(environment);
  const own = list?.value.split(",").find((entry) => spares(entry.replaceAll(" ", ""), place, version));
  if (list !== undefined && own !== undefined) return step(list, "bypasses", own.trim());
  const exceptions = settings.get("no");
  const entry = pythonException(exceptions, place.asked, python);
  return exceptions && (entry === undefined ? undefined : step(exceptions, "bypasses", entry));
}

function spares(entry: string, { address, names }: RequestsPlace, version: string): boolean {
  if (readNumericIpv4(address) !== undefined) return sparesAddress(entry, address);
  // Until 2.8 an empty entry is the end of every name.
  if (entry === "") return !atLeast(version, "2.8");
  // Until 2.34 any end of a name was enough: `ample.com` covered example.com. Case counts, now as then.
  if (!atLeast(version, "2.34")) return names.some((name) => name.endsWith(entry));
  const domain = entry.replace(/^\.+/, "");
  return names.some((name) => name === domain || name.endsWith(`.${domain}`));
}

/** A network of 1 to 32 bits, or the address as it is written. */
function sparesAddress(entry: string, host: string): boolean {
  const [written = "", bits, ...others] = entry.split("/");
  const network = readAddress(written);
  const size = bits === undefined || others.length > 0 ? undefined : readPythonInteger(bits);
  if (network === undefined || size === undefined || size < 1 || size > 32) return entry === host;
  return readAddress(host)?.match([network, size]) ?? false;
}

/** An address in any spelling of inet_aton, which stops reading at white space. */
function readAddress(text: string): ReturnType<typeof parseIpv4> {
  return parseIpv4(readNumericIpv4(text.split(/[\t\n\v\f\r]/, 1)[0] ?? "") ?? "");
}
