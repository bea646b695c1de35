import type { Authorities } from "./authorities.ts";
import { PROXYS_RESOLVER } from "./places.ts";

/** A proxy program: its files, in the directory of all proxies, and how it is started. */
export type ProxyProgram = {
  readonly files: (authorities: Authorities) => Readonly<Record<string, string>>;
  /** A shell's commands that come first. */
  readonly first?: string;
  readonly words: readonly string[];
};

/** The directory of the proxies' files, on their machine. */
export const PROXY_FOLDER = "/mnt/proxy";
/** Where a proxy tells whom it served. */
export const PROXY_LOG = `${PROXY_FOLDER}/log`;
export const PROXY_PORT = 3128;

/** squid, with what is particular of it. */
function squid(
  name: string,
  rules: readonly string[],
  { port = `http_port ${PROXY_PORT}`, resolver = PROXYS_RESOLVER } = {},
): ProxyProgram {
  const conf = `
${port}
dns_nameservers ${resolver}
visible_hostname proxy.example.com
cache deny all
cache_mem 8 MB
memory_cache_shared off
pid_filename none
access_log stdio:${PROXY_LOG}
cache_log ${PROXY_FOLDER}/cache.log
coredump_dir ${PROXY_FOLDER}
pinger_enable off
shutdown_lifetime 0 seconds
dns_timeout 1 second
dns_retransmit_interval 1 second
connect_timeout 2 seconds
forward_max_tries 1
${rules.join("\n")}
`;
  return {
    files: () => ({ [`${name}.conf`]: conf, users: USERS }),
    words: ["squid", "-N", "-n", "company", "-f", `${PROXY_FOLDER}/${name}.conf`],
  };
}

const ALLOW_ALL = "http_access allow all";
const HELPERS = "/usr/lib/squid";

/** Who may use a proxy that asks; the hash is of that password, as `openssl passwd -apr1` makes it. */
export const LOGIN = { user: "circle", password: "correct-horse" } as const;
const USERS = `${LOGIN.user}:$apr1$company1$A/VmX.JeW.YihdfmuJeHx0\n`;
const KNOWN_ONLY = ["acl known proxy_auth REQUIRED", "http_access allow known", "http_access deny all"];

/** It opens TLS, and signs anew in the name of the company. */
function interceptor(): ProxyProgram {
  const bump = `http_port ${PROXY_PORT} ssl-bump cert=${PROXY_FOLDER}/signer.pem generate-host-certificates=on`;
  const { files, ...rest } = squid(
    "interceptor",
    [
      `sslcrtd_program ${HELPERS}/security_file_certgen -s ${PROXY_FOLDER}/certificates -M 4MB`,
      "sslcrtd_children 2 startup=1",
      `tls_outgoing_options cafile=${PROXY_FOLDER}/roots.pem`,
      "ssl_bump bump all",
      ALLOW_ALL,
    ],
    { port: bump },
  );
  return {
    ...rest,
    files: (authorities) => ({
      ...files(authorities),
      "signer.pem": authorities.corporate.signer.cert + authorities.corporate.signer.key,
      "roots.pem": authorities.public.root,
    }),
    first: `[ -d ${PROXY_FOLDER}/certificates ] ||
      ${HELPERS}/security_file_certgen -c -s ${PROXY_FOLDER}/certificates -M 4MB`,
  };
}

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join("");

const TINYPROXY = lines(
  `Port ${PROXY_PORT}`,
  "Timeout 10",
  "MaxClients 100",
  `LogFile "${PROXY_LOG}"`,
  "LogLevel Connect",
);

const NGINX = `daemon off; master_process off; pid ${PROXY_FOLDER}/nginx.pid; error_log stderr; events {}
http { access_log ${PROXY_LOG}; server { listen ${PROXY_PORT}; } }
`;

/** The proxies that a story may have. */
export const PROXIES = {
  squid: squid("squid", [ALLOW_ALL]),
  "squid-login": squid("login", [
    `auth_param basic program ${HELPERS}/basic_ncsa_auth ${PROXY_FOLDER}/users`,
    "auth_param basic children 2 startup=1",
    "auth_param basic realm Acme",
    ...KNOWN_ONLY,
  ]),
  "squid-ntlm": squid("ntlm", [
    `auth_param ntlm program ${HELPERS}/ntlm_fake_auth`,
    "auth_param ntlm children 2 startup=1",
    ...KNOWN_ONLY,
  ]),
  "squid-443": squid("443", [
    "acl CONNECT method CONNECT",
    "acl https port 443",
    "http_access deny CONNECT !https",
    ALLOW_ALL,
  ]),
  "squid-allow-list": squid("allow-list", [
    "acl allowed dstdomain .amazonaws.com .docker.io .docker.com quay.io releases.hashicorp.com .ubuntu.com",
    "http_access deny !allowed",
    ALLOW_ALL,
  ]),
  // Nobody answers there.
  "squid-no-names": squid("no-names", [ALLOW_ALL], { resolver: "10.0.0.1" }),
  interceptor: interceptor(),
  tinyproxy: {
    files: () => ({ "tinyproxy.conf": TINYPROXY }),
    words: ["tinyproxy", "-d", "-c", `${PROXY_FOLDER}/tinyproxy.conf`],
  },
  "web-server": {
    files: () => ({ "nginx.conf": NGINX }),
    words: ["nginx", "-c", `${PROXY_FOLDER}/nginx.conf`],
  },
  socks: {
    files: () => ({}),
    words: ["sh", "-c", `exec microsocks -p ${PROXY_PORT} 2>${PROXY_LOG}`],
  },
} as const satisfies Record<string, ProxyProgram>;

export type ProxyName = keyof typeof PROXIES;
