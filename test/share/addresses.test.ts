import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, test } from "vitest";
import { addressesBy } from "../../src/share/addresses.ts";
import { keyed } from "../../src/share/keyed.ts";

const { v4, v6 } = addressesBy(keyed(new Uint8Array(32).fill(3)));

/** Near one another as often as not. */
const octet = fc.oneof(
  fc.constantFrom(0, 1, 10, 16, 100, 127, 169, 172, 192, 168),
  fc.integer({ min: 0, max: 255 }),
);
const address = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const long = fc
  .tuple(
    fc.constantFrom("fd00", "fc00", "2001", "2a00", "fe80", "ff02", "2600"),
    fc.array(fc.oneof(fc.constantFrom(0, 0xec2, 0xdb8), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 7,
      maxLength: 7,
    }),
  )
  .map(([first, groups]) =>
    ipaddr.parse([first, ...groups.map((each) => each.toString(16))].join(":")).toString(),
  );

describe("an address that stands in another's place", () => {
  test("is in the networks that the other is in", () => {
    fc.assert(
      fc.property(address, address, fc.integer({ min: 1, max: 32 }), (network, host, bits) => {
        const before = ipaddr.IPv4.parse(host).match(ipaddr.IPv4.parse(network), bits);
        const [place = "", size] = v4(`${network}/${bits}`).split("/");
        expect(ipaddr.IPv4.parse(v4(host)).match(ipaddr.IPv4.parse(place), Number(size))).toBe(before);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(long, long, fc.integer({ min: 1, max: 128 }), (network, host, bits) => {
        const before = ipaddr.IPv6.parse(host).match(ipaddr.IPv6.parse(network), bits);
        const [place = "", size] = (v6(`${network}/${bits}`) ?? "").split("/");
        expect(ipaddr.IPv6.parse(v6(host) ?? "").match(ipaddr.IPv6.parse(place), Number(size))).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test("is of the same kind of range, and no two have one", () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        expect(ipaddr.parse(v4(one)).range()).toBe(ipaddr.parse(one).range());
        expect(v4(one) === v4(other)).toBe(one === other);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(long, long, (one, other) => {
        expect(ipaddr.parse(v6(one) ?? "").range()).toBe(ipaddr.parse(one).range());
        expect(v6(one) === v6(other)).toBe(one === other);
      }),
      { numRuns: 300 },
    );
  });

  test("begins as the other does, to whoever compares beginnings as text", () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 1, max: 3 }), (host, octets) => {
        const beginning = host.split(".").slice(0, octets).join(".");
        expect(v4(host).startsWith(`${v4(beginning)}.`)).toBe(true);
      }),
    );
  });

  test.each(["127.0.0.1", "169.254.169.254", "172.17.0.1", "0.0.0.0", "224.0.0.251"])(
    "is the same: %s",
    (each) => {
      expect(v4(each)).toBe(each);
    },
  );

  test.each(["::1", "fe80::1", "fd00:ec2::254", "::"])("is the same: %s", (each) => {
    expect(v6(each)).toBe(each);
  });

  test("keeps the other's spelling", () => {
    expect(v4("010.000.1.5")).toMatch(/^010\.0+\d+\.\d+\.\d+$/);
    expect(v4("10.0.0.0/12")).toMatch(/^10\.\d+\.0\.0\/12$/);
    expect(v6("FD12:0:0:0:0:0:0:1")).toMatch(/^FD[\dA-F]{2}(:[\dA-F]{1,4}){7}$/);
    expect(v6("::ffff:10.0.1.5")).toBe(`::ffff:${v4("10.0.1.5")}`);
    expect(v6("12:30:45")).toBeUndefined();
  });
});
