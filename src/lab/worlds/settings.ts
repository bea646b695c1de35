/** The proxy of the page that this tool implements, as settings name it. */
export const PROXY = { address: "10.0.0.33", port: 3128 } as const;

const PROXY_URL = `http://${PROXY.address}:${PROXY.port}`;

/** Exceptions from proxying. `domains` are meant with everything below them, `hosts` alone. */
export type Bypass = { readonly hosts: readonly string[]; readonly domains: readonly string[] };

/** In a variable's list a bare name covers what is below it too, for every client that reads it (domain-facts 4.10). */
function inVariable({ hosts, domains }: Bypass): string {
  return [...hosts, ...domains].join(",");
}

/** Java compares whole names, so what is below a domain takes an entry of its own (domain-facts 4.10). */
function inNonProxyHosts({ hosts, domains }: Bypass): string {
  return [...hosts, ...domains.flatMap((domain) => [domain, `*.${domain}`])].join("|");
}

/** `/etc/environment`: both cases, and every value as pam_env and a shell read it alike (domain-facts 4.6). */
export function etcEnvironment(bypass: Bypass): string {
  const list = inVariable(bypass);
  return `PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
http_proxy="${PROXY_URL}"
https_proxy="${PROXY_URL}"
no_proxy="${list}"
HTTP_PROXY="${PROXY_URL}"
HTTPS_PROXY="${PROXY_URL}"
NO_PROXY="${list}"
`;
}

/** `/etc/circle-installation-customizations`, a shell script that is sourced (domain-facts 4.4). */
export function customizations(bypass: Bypass): string {
  const list = inVariable(bypass);
  const { address, port } = PROXY;
  const endpoint = (scheme: string) => `-D${scheme}.proxyHost=${address} -D${scheme}.proxyPort=${port}`;
  return `export HTTP_PROXY="${PROXY_URL}"
export HTTPS_PROXY="${PROXY_URL}"
export NO_PROXY="${list}"
export http_proxy="${PROXY_URL}"
export https_proxy="${PROXY_URL}"
export no_proxy="${list}"
export JVM_OPTS="${endpoint("http")} ${endpoint("https")} -Dhttp.nonProxyHosts=${inNonProxyHosts(bypass)}"
`;
}

/** A drop-in of Docker's systemd unit (domain-facts 4.7). */
export function dockerDropIn(bypass: Bypass): string {
  return `[Service]
Environment="HTTP_PROXY=${PROXY_URL}"
Environment="HTTPS_PROXY=${PROXY_URL}"
Environment="NO_PROXY=${inVariable(bypass)}"
`;
}

/** `/etc/replicated.conf`, with key and value on one line for the installer's grep (domain-facts 4.1). */
export const replicatedConf = `{"HttpProxy": "${PROXY_URL}"}
`;

/** `/etc/default/replicated`, whose options reach `docker run` (domain-facts 4.2). */
export function replicatedDefaults(bypass: Bypass): string {
  return `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY_URL} -e HTTPS_PROXY=${PROXY_URL} -e NO_PROXY=${inVariable(bypass)}"
`;
}
