import type { Variable } from "../../../model/client.ts";
import { pythonAtLeast } from "./environment.ts";

/**
 * The entry of a list that spares a place from the proxy, as it is written there: a suffix at a dot of the place
 * with its port or without, ignoring case (`Lib/urllib/request.py`, `proxy_bypass_environment`). Addresses are
 * names here, and `*` is special only as the whole value.
 *
 * @param place `host` or `host:port` as the caller has it, IPv6 within brackets or not
 * @param version of Python
 */
export function pythonException(
  exceptions: Variable | undefined,
  place: string,
  version: string,
): string | undefined {
  if (exceptions === undefined || exceptions.value === "*") return exceptions?.value;
  const matches = pythonAtLeast(version, "2.7.12", "3.5.2") ? matchesAtDot : matchesAnywhere;
  const strips = pythonAtLeast(version, "2.7.14", "3.5.4");
  const places = [place, withoutPort(place)];
  return exceptions.value
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .find((entry) => {
      // Between bpo-26864 and bpo-29142, `.example.com` needs a second dot and so never matches.
      const name = strips ? entry.replace(/^\.+/, "") : entry;
      return places.some((each) => matches(name, each));
    });
}

function matchesAtDot(name: string, place: string): boolean {
  const [wanted, domain] = [place.toLowerCase(), name.toLowerCase()];
  return wanted === domain || wanted.endsWith(`.${domain}`);
}

/** Before bpo-26864: any suffix, in the case in which it is written. */
function matchesAnywhere(name: string, place: string): boolean {
  return place.endsWith(name);
}

/** What the last colon splits off if only digits follow, even from an IPv6 address without brackets. */
function withoutPort(place: string): string {
  return place.replace(/:\d+$/, "");
}
