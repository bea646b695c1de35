import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { ENCLOSED } from "../enclosure.ts";

/** Programs that the company and its people consist of, each with words that make it do nothing. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  unshare: ["--version"],
  nsenter: ["--version"],
  nft: ["--version"],
  pkill: ["--version"],
  dnsmasq: ["--version"],
  squid: ["-v"],
  tinyproxy: ["-v"],
  microsocks: ["-h"],
  nginx: ["-v"],
  sshd: ["-?"],
  "systemd-analyze": ["--version"],
  openssl: ["version"],
  keytool: ["-help"],
  javac: ["-version"],
  go: ["version"],
  aws: ["--version"],
};

/** Of a squid that can open TLS, as Debian's `squid-openssl` can and its `squid` cannot. */
const CERTIFICATE_MAKER = "/usr/lib/squid/security_file_certgen";

/** Why there can be no company here, in plain words; `undefined` where there can. */
export function whyNoCompany(): string | undefined {
  if (!ENCLOSED) return "needs root and a network of its own, which `npm run network` makes";
  // Who is root of a user namespace alone may not make what a machine needs.
  if (!/^\s*0\s+0\s/.test(readFileSync("/proc/self/uid_map", "utf8"))) return "needs the system's own root";
  const missing = Object.entries(PROGRAMS)
    .filter(([name, words]) => spawnSync(name, words).error !== undefined)
    .map(([name]) => name);
  if (!existsSync(CERTIFICATE_MAKER)) missing.push("squid-openssl");
  return missing.length === 0 ? undefined : `needs ${missing.join(", ")}`;
}
