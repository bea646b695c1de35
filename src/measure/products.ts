import type { Headers } from "../model/phase.ts";

/** How a proxy product shows itself on answers of its own. */
type Product = {
  readonly name: string;
  readonly header: string;
  readonly matches: RegExp;
  /** The header is given on errors alone; on any other answer it is the origin's. */
  readonly onErrorsOnly: boolean;
};

/**
 * Known products, each with its source. `Via` is no sign: squid, McAfee Web Gateway and Cisco WSA write it on the
 * origin's answers too. Cisco, Forcepoint, Fortinet, McAfee, Netskope and Palo Alto put no name of their own into
 * a header that a source shows; what they say is known as a page.
 */
const PRODUCTS: readonly Product[] = [
  // squid's own errors carry their name (squid 5.7, seen; domain-facts 2.8).
  { name: "squid", header: "x-squid-error", matches: /./, onErrorsOnly: false },
  { name: "squid", header: "server", matches: /^squid\b/i, onErrorsOnly: true },
  // tinyproxy 1.11, seen (domain-facts 2.8).
  { name: "tinyproxy", header: "server", matches: /^tinyproxy\b/i, onErrorsOnly: true },
  // `Server: Zscaler/6.2` on a 403: users' transcripts of a blocked `git push` (GIT_CURL_VERBOSE).
  { name: "Zscaler", header: "server", matches: /^Zscaler\b/i, onErrorsOnly: true },
  // `Server: BlueCoat-Security-Appliance`: Nessus's plugin os_fingerprint_http.
  { name: "Blue Coat", header: "server", matches: /^(BlueCoat|ProxySG)\b/i, onErrorsOnly: true },
];

/** The proxy product that wrote an answer, where it says so. */
export function productOf(status: number, headers: Headers): string | undefined {
  const isError = status >= 400;
  return PRODUCTS.find(
    ({ header, matches, onErrorsOnly }) => (isError || !onErrorsOnly) && matches.test(headers[header] ?? ""),
  )?.name;
}
