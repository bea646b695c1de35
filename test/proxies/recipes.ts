import { existsSync } from "node:fs";
import { join } from "node:path";
import { isInstalled, type Place, type Recipe } from "../rig/real-program.ts";

/** Ports of loopback behind the programs: where nobody listens, where each request is cut off, where it is answered. */
export type Behind = { readonly closed: number; readonly dead: number; readonly origin: number };

export type RecipeName = keyof ReturnType<typeof recipes>;

/** Where Debian keeps Apache's modules. */
const APACHE_MODULES = "/usr/lib/apache2/modules";
const FAKE_LOGIN = "/usr/lib/squid/basic_fake_auth";

/** Names that recipes treat: a forbidden host, one that wants a login. */
export const DENIED = "denied.test";
export const LOGIN = "login.test";
/** A name that no resolver can be asked for: its label is longer than any may be (RFC 1035, 2.3.4). */
export const NO_NAME = `${"x".repeat(64)}.test`;

/** The programs that are asked, each with a configuration that says no in several ways, and asks no one elsewhere. */
export function recipes(behind: Behind) {
  return {
    squid: {
      program: "squid",
      files: ({ port, directory }) => ({ "squid.conf": squid(port, directory) }),
      // In the foreground, and under a name of its own: squid keeps one of each name.
      words: ({ directory, port }) => ["-N", "-n", `doctor${port}`, "-f", join(directory, "squid.conf")],
    },
    tinyproxy: tinyproxy(({ directory }) => [
      `Filter "${join(directory, "filter")}"`,
      "FilterDefaultDeny No",
      "ConnectPort 443",
      `ConnectPort ${behind.closed}`,
    ]),
    "tinyproxy-login": tinyproxy(() => ["BasicAuth ann hunter2"]),
    apache: {
      program: "apache2",
      files: (place) => ({ "apache.conf": apache(place), users: "" }),
      words: ({ directory }) => ["-X", "-f", join(directory, "apache.conf")],
    },
    mitmproxy: mitmproxy([]),
    "mitmproxy-login": mitmproxy(["--set", "proxyauth=ann:hunter2"]),
    nginx: {
      program: "nginx",
      files: (place) => ({ "nginx.conf": nginx(place, behind) }),
      words: ({ directory }) => [
        "-p",
        directory,
        "-e",
        join(directory, "errors"),
        "-c",
        join(directory, "nginx.conf"),
      ],
    },
    haproxy: {
      program: "haproxy",
      files: ({ port }) => ({ "haproxy.cfg": haproxy(port, behind) }),
      words: ({ directory }) => ["-db", "-f", join(directory, "haproxy.cfg")],
    },
  } as const satisfies Record<string, Recipe>;
}

/** Whether a recipe's program, and what it needs besides, is on this machine. */
export function canBeMade({ program }: Recipe): boolean {
  if (!isInstalled(program)) return false;
  if (program === "apache2") return existsSync(join(APACHE_MODULES, "mod_proxy_connect.so"));
  return program !== "squid" || existsSync(FAKE_LOGIN);
}

function squid(port: number, directory: string): string {
  return `
http_port 127.0.0.1:${port}
visible_hostname squid.test
cache deny all
cache_mem 8 MB
memory_cache_shared off
pid_filename none
access_log none
cache_log ${join(directory, "log")}
coredump_dir ${directory}
pinger_enable off
shutdown_lifetime 0 seconds
# Nobody answers there, so that no name is asked for elsewhere.
dns_nameservers 127.0.0.9
dns_retransmit_interval 1 second
dns_timeout 1 second
connect_timeout 2 seconds
auth_param basic program ${FAKE_LOGIN}
auth_param basic children 1 startup=0
auth_param basic realm squid.test
acl denied dstdomain ${DENIED}
acl login dstdomain ${LOGIN}
acl known proxy_auth REQUIRED
http_access deny denied
http_access allow login known
http_access deny login
http_access allow all
`;
}

function tinyproxy(more: (place: Place) => readonly string[]): Recipe {
  return {
    program: "tinyproxy",
    files: (place) => ({
      "tinyproxy.conf": [
        `Port ${place.port}`,
        "Listen 127.0.0.1",
        "Timeout 10",
        "MaxClients 20",
        ...more(place),
        "",
      ].join("\n"),
      filter: `${DENIED}\n`,
    }),
    words: ({ directory }) => ["-d", "-c", join(directory, "tinyproxy.conf")],
  };
}

function mitmproxy(more: readonly string[]): Recipe {
  return {
    program: "mitmdump",
    files: () => ({}),
    words: ({ directory, port }) => [
      "--quiet",
      "--listen-host",
      "127.0.0.1",
      "--listen-port",
      String(port),
      "--set",
      `confdir=${join(directory, "mitmproxy")}`,
      "--set",
      "connection_strategy=lazy",
      ...more,
    ],
  };
}

function apache({ directory, port }: Place): string {
  const modules = [
    "mpm_event",
    "authn_core",
    "authn_file",
    "auth_basic",
    "authz_core",
    "authz_user",
    "proxy",
    "proxy_http",
    "proxy_connect",
  ];
  return `
ServerRoot ${directory}
DefaultRuntimeDir ${directory}
PidFile ${join(directory, "pid")}
ErrorLog ${join(directory, "errors")}
Listen 127.0.0.1:${port}
ServerName apache.test
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join("\n")}
ProxyRequests On
ProxyVia Full
AllowCONNECT 0-65535
<Proxy "*">
Require all granted
</Proxy>
<ProxyMatch "denied\\.test">
Require all denied
</ProxyMatch>
<ProxyMatch "login\\.test">
AuthType Basic
AuthName apache.test
AuthUserFile ${join(directory, "users")}
Require valid-user
</ProxyMatch>
`;
}

function nginx({ directory, port }: Place, { closed, dead, origin }: Behind): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${join(directory, kind)};`)
    .join(" ");
  const server = (name: string, rule: string) =>
    `server { listen 127.0.0.1:${port}; server_name ${name}; location / { ${rule} } }`;
  return `
daemon off;
master_process off;
pid ${join(directory, "pid")};
events {}
http {
  access_log off;
  ${temporary}
  ${server("origin.test", `proxy_pass http://127.0.0.1:${origin};`)}
  ${server("refused.test", `proxy_pass http://127.0.0.1:${closed};`)}
  ${server("dead.test", `proxy_pass http://127.0.0.1:${dead};`)}
  ${server(DENIED, "deny all;")}
}
`;
}

function haproxy(port: number, { closed, dead, origin }: Behind): string {
  return `
defaults
  mode http
  timeout client 5s
  timeout server 2s
  timeout connect 2s
  retries 0
frontend all
  bind 127.0.0.1:${port}
  http-request deny if { req.hdr(host) -m beg ${DENIED} }
  use_backend refused if { req.hdr(host) -m beg refused.test }
  use_backend dead if { req.hdr(host) -m beg dead.test }
  default_backend origin
backend refused
  server one 127.0.0.1:${closed}
backend dead
  server one 127.0.0.1:${dead}
backend origin
  server one 127.0.0.1:${origin}
`;
}
