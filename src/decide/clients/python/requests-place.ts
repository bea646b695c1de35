import { atLeast } from "../common/version.ts";
import { readPythonUrl } from "./url.ts";
import { parseUrllib3Url } from "./urllib3-url.ts";

/** What requests looks for in a list of exceptions. */
export type RequestsPlace = {
  /** Compared with networks and addresses, if it is an IPv4 address itself. */
  readonly address: string;
  /** Compared with names: with the port and without. */
  readonly names: readonly string[];
  /** What urllib is asked about. */
  readonly asked: string;
};

/**
 * The place of a URL: the host in lower case, without brackets. `undefined` where requests refuses the URL.
 *
 * @param version of requests; before 2.19 it is what stands between `//` and the path, as it is written
 */
export function requestsPlace(url: string, version: string): RequestsPlace | undefined {
  const read = parseUrllib3Url(url);
  const netloc = readPythonUrl(url)?.netloc;
  if (read?.host === undefined || netloc === undefined) return undefined;
  if (!atLeast(version, "2.19")) {
    const address = netloc.split(":", 1)[0] ?? "";
    return { address, names: [netloc, address], asked: netloc };
  }
  const { host, port } = read;
  return { address: host, names: port === undefined ? [host] : [host, `${host}:${port}`], asked: host };
}
