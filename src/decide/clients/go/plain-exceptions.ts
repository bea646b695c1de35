/**
 * The entry of a `NO_PROXY` value that spares a host from the proxy by the rules before Go 1.11: `*` is the
 * whole value or nothing, an entry is compared as text and its port is ignored, `.example.com` covers
 * `example.com`, networks and `*.` are unknown (golang.org/x/net before c21de06, `useProxy`).
 *
 * @param host without brackets; IPv6 is compared within them
 */
export function plainException(value: string, host: string): string | undefined {
  if (value === "*") return value;
  const compared = host.includes(":") ? `[${host.toLowerCase()}]` : host.toLowerCase();
  return value
    .split(",")
    .map((entry) => entry.trim())
    .find((entry) => covers(withoutPort(entry.toLowerCase()), compared));
}

/** Anything after a last colon is taken for a port: bare IPv6 loses its last group. */
function withoutPort(entry: string): string {
  const colon = entry.lastIndexOf(":");
  return colon > entry.lastIndexOf("]") ? entry.slice(0, colon) : entry;
}

function covers(entry: string, host: string): boolean {
  if (entry === "") return false;
  if (entry === host) return true;
  return entry.startsWith(".") ? host.endsWith(entry) || host === entry.slice(1) : host.endsWith(`.${entry}`);
}
