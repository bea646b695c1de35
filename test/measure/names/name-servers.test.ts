import { describe, expect, test } from "vitest";
import { askNameServers } from "../../../src/measure/names/name-servers.js";
import type { NameServerSays } from "../../../src/model/phase.ts";
import * as dns from "../../rig/dns-server.ts";
import { closedPort } from "../../rig/peer.ts";

const HUNDRED = Array.from({ length: 100 }, (_, last) => `192.0.2.${last}`);
const address = dns.gives("192.0.2.1");

/** What a server does, and what is recorded of it. */
type Row = {
  readonly talk: dns.DnsTalk;
  readonly overTcp?: dns.DnsTalk;
  readonly is: Partial<NameServerSays>;
};

const ROWS: Readonly<Record<string, Row>> = {
  "an IPv4 address": { talk: address, is: { says: "addresses" } },
  "an IPv6 address": { talk: dns.gives("2001:db8::1"), is: { says: "addresses" } },
  "100 addresses": { talk: dns.gives(...HUNDRED), is: { says: "addresses" } },
  "no name": { talk: dns.says("NXDOMAIN"), is: { says: "no-such-name" } },
  "no address": { talk: dns.gives(), is: { says: "no-address" } },
  SERVFAIL: { talk: dns.says("SERVFAIL"), is: { says: "failure" } },
  NOTIMP: { talk: dns.says("NOTIMP"), is: { says: "failure" } },
  FORMERR: { talk: dns.says("FORMERR"), is: { says: "failure" } },
  REFUSED: { talk: dns.says("REFUSED"), is: { says: "refuses" } },
  silence: { talk: dns.silent, is: { says: "nothing" } },
  // Before Node 20.19, c-ares goes on waiting for an answer that can be read.
  noise: { talk: dns.noise, is: { says: expect.stringMatching(/^(nonsense|nothing)$/) } },
  "a broken record": { talk: dns.brokenRecord, is: { says: expect.stringMatching(/^(nonsense|nothing)$/) } },
  "an answer with another's id": { talk: dns.wrongId, is: { says: "nothing" } },
  "an answer to another question": { talk: dns.answersAnother, is: { says: "nothing" } },
  "an address of another name": { talk: dns.tellsOfAnother, is: { says: "addresses" } },
  "a truncated answer, and the whole by TCP": {
    talk: dns.truncated,
    overTcp: dns.gives(...HUNDRED),
    is: { says: "addresses" },
  },
  "a truncated answer, and nothing by TCP": { talk: dns.truncated, is: { says: "nothing" } },
  "silence about IPv6": {
    talk: dns.byType(address, dns.silent),
    is: { says: "addresses", unanswered: "AAAA" },
  },
  "silence about IPv4": {
    talk: dns.byType(dns.silent, dns.gives()),
    is: { says: "no-address", unanswered: "A" },
  },
  "an address, and a failure for IPv6": {
    talk: dns.byType(address, dns.says("SERVFAIL")),
    is: { says: "addresses" },
  },
  "a failure, and an IPv6 address": {
    talk: dns.byType(dns.says("SERVFAIL"), dns.gives("2001:db8::1")),
    is: { says: "addresses" },
  },
};

describe("a name server that is asked itself", () => {
  test.each(Object.entries(ROWS))("and gives %s", async (_, { talk, overTcp, is }) => {
    const server = `127.0.0.1:${await dns.startDns(talk, overTcp ? { overTcp } : {})}`;
    const [answer, ...others] = await askNameServers("name.test", [server]);
    expect(others).toEqual([]);
    expect(answer).toEqual({ server, ms: expect.any(Number), ...is });
  });

  test("is nobody where the port is closed", async () => {
    const server = `127.0.0.1:${await closedPort()}`;
    expect(await askNameServers("name.test", [server])).toMatchObject([{ server, says: "nothing" }]);
  });
});

test("silence is waited for a second, and an answer beside it is not held up", async () => {
  const silent = `127.0.0.1:${await dns.startDns(dns.silent)}`;
  const good = `127.0.0.1:${await dns.startDns(address)}`;
  const answers = await askNameServers("name.test", [silent, good]);
  expect(answers).toMatchObject([
    { server: silent, says: "nothing" },
    { server: good, says: "addresses" },
  ]);
  const [slow = 0, fast = 0] = answers.map(({ ms }) => ms);
  expect(slow).toBeGreaterThan(950);
  expect(fast).toBeLessThan(slow);
});

test("no more servers are asked than the C library asks", async () => {
  const asked: number[] = [];
  const servers = [];
  for (const number of [1, 2, 3, 4]) {
    const port = await dns.startDns((question, id) => {
      asked.push(number);
      return address(question, id);
    });
    servers.push(`127.0.0.1:${port}`);
  }
  expect(await askNameServers("name.test", servers)).toHaveLength(3);
  expect(new Set(asked)).toEqual(new Set([1, 2, 3]));
});

test.each([
  ["a server that has no address", "name.test", "nowhere"],
  ["a name that cannot be asked for", "a..test", "127.0.0.1"],
])("%s is left out", async (_, host, server) => {
  expect(await askNameServers(host, [server])).toEqual([]);
});
