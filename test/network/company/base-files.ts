import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { RESOLVER } from "./places.ts";

/** What programs need of /etc to run; nothing that tells of a proxy, and nothing of this machine's administrator. */
const KEPT = [
  ...["passwd", "group", "shadow", "login.defs", "shells", "pam.d", "pam.conf", "security", "profile"],
  ...["services", "protocols", "host.conf", "gai.conf", "localtime", "os-release", "debian_version"],
  ...["ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "ssl", "ca-certificates.conf", "python3"],
  ...["squid", "ssh"],
];

/** Where every machine keeps the authority that this world takes for a public one. */
export const AUTHORITY = "/etc/example-trust.pem";

/** A machine as it is before anyone sets it up. */
const FRESH: Readonly<Record<string, string>> = {
  environment: "",
  "default/locale": "",
  "profile.d/.keep": "",
  "apt/apt.conf.d/.keep": "",
  "systemd/system/.keep": "",
  "resolv.conf": `nameserver ${RESOLVER}\noptions timeout:1 attempts:1\n`,
  "nsswitch.conf": "passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n",
  hosts: "127.0.0.1 localhost\n::1 localhost\n",
};

/** Makes, in an empty directory, the /etc of a machine that trusts these authorities besides the public ones. */
export function writeBaseFiles(directory: string, authority: string): void {
  const kept = [...KEPT, ...readdirSync("/etc").filter((name) => /^java-.*openjdk$/.test(name))];
  for (const name of kept.filter((each) => existsSync(join("/etc", each)))) {
    cpSync(join("/etc", name), join(directory, name), { recursive: true, verbatimSymlinks: true });
  }
  writeFiles(directory, { ...FRESH, [AUTHORITY.slice("/etc/".length)]: authority });
  appendFileSync(join(directory, "passwd"), "ubuntu:x:1000:1000::/tmp:/bin/sh\n");
  appendFileSync(join(directory, "shadow"), "ubuntu:*:19000:0:99999:7:::\n");
  trust(join(directory, "ssl/certs"), authority);
  trustInJava(join(directory, "ssl/certs/java/cacerts"), authority);
}

/** Writes files by path below a directory. */
export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const full = join(directory, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

/** As update-ca-certificates does: in the one file, and under the name by which OpenSSL looks it up. */
function trust(certs: string, authority: string): void {
  const bundle = join(certs, "ca-certificates.crt");
  writeFileSync(bundle, `${readFileSync(bundle, "utf8")}${authority.trim()}\n`);
  const hash = execFileSync("openssl", ["x509", "-noout", "-hash"], {
    input: authority,
    encoding: "utf8",
  }).trim();
  writeFileSync(join(certs, `${hash}.0`), authority);
}

/** Adds an authority to the system's store, and to no other, of a machine whose files lie there. */
export function trustOn(root: string, authority: string): void {
  trust(join(root, "etc/ssl/certs"), authority);
}

function trustInJava(store: string, authority: string): void {
  const words = [
    "-importcert",
    "-noprompt",
    "-alias",
    "company",
    "-keystore",
    store,
    "-storepass",
    "changeit",
  ];
  execFileSync("keytool", words, { input: authority, stdio: ["pipe", "ignore", "ignore"] });
}
