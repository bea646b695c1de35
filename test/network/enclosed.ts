import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe } from "vitest";
import { ENCLOSED, RESOLV_CONF, readable } from "./enclosure.ts";

/** Whether the kernel speaks IPv6, and may. */
export const HAS_IPV6 = readable("/proc/sys/net/ipv6/conf/lo/disable_ipv6").trim() === "0";

/**
 * Tests that change routes, packet filters and files of the resolver, in a network that is nobody else's;
 * elsewhere they are skipped.
 */
export function inEnclosure(about: string, tests: () => void): void {
  const why = ENCLOSED
    ? ""
    : " (skipped: needs root and a network of its own, which `npm run network` makes)";
  describe.skipIf(!ENCLOSED)(`${about}${why}`, () => {
    beforeAll(giveAddresses);
    afterAll(restore);
    tests();
  });
}

/** Runs a program of the system's; its words on stderr are the error's. */
export function system(command: string, input = ""): string {
  return execFileSync("/bin/sh", ["-c", command], { input, encoding: "utf8" });
}

/** Puts packet-filter rules (nft's) in place of those that were there; `in` is what arrives, `out` what leaves. */
export function filter(rules: { readonly in?: readonly string[]; readonly out?: readonly string[] }): void {
  const chain = (hook: string, lines: readonly string[] = []) =>
    `chain ${hook} { type filter hook ${hook} priority 0\n${lines.join("\n")}\n}`;
  // The first line makes the second never fail.
  system(
    "nft -f -",
    `table inet faults\ndelete table inet faults\ntable inet faults {\n${chain("input", rules.in)}\n${chain("output", rules.out)}\n}\n`,
  );
}

/** Adds routes; every address is local here by a route of the table `local`, so they belong there too. */
export function route(...routes: readonly string[]): void {
  for (const each of routes) system(`ip ${each.includes("::") ? "-6 " : ""}route add ${each} table local`);
}

/**
 * Whether the enclosure has a cable, `veth-near`, at whose other end nobody answers: asked for once, and made so.
 * `false` where the kernel makes none.
 */
export function hasVeth(): boolean {
  if (!ENCLOSED) return false;
  try {
    system(
      "ip link add veth-near type veth peer name veth-far && ip link set veth-near up && ip link set veth-far up",
    );
    system("ip addr add 203.0.113.1/24 dev veth-near");
    return true;
  } catch {
    return false;
  }
}

/** Sets what the system's resolver reads. */
export function resolverFile(path: "/etc/resolv.conf" | "/etc/hosts", lines: readonly string[]): void {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
}

/** Of its own: what an address sends itself would meet the rules for it on the way back too. */
function giveAddresses(): void {
  system("ip addr replace 192.0.2.1/32 dev lo && ip route replace local 0.0.0.0/0 dev lo src 192.0.2.1");
  if (!HAS_IPV6) return;
  // Without `nodad` the address may not be there yet when the route names it.
  system(
    "ip addr replace 2001:db8::1/128 dev lo nodad && ip -6 route replace local ::/0 dev lo src 2001:db8::1",
  );
}

function restore(): void {
  system("nft delete table inet faults 2>/dev/null || true");
  system("ip link delete veth-near 2>/dev/null || true");
  resolverFile(RESOLV_CONF, ["nameserver 127.0.0.1", "options timeout:1 attempts:1"]);
  resolverFile("/etc/hosts", ["127.0.0.1 localhost", "::1 localhost"]);
}
