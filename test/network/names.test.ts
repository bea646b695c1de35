import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NameServerSays } from "../../src/model/phase.ts";
import * as dns from "../rig/dns-server.ts";
import { gist, phaseOf } from "../rig/measuring.ts";
import * as talk from "../rig/talks.ts";
import { filter, inEnclosure, resolverFile } from "./enclosed.ts";
import { measured, type Run, type Server, serve, type Wanted } from "./measured.ts";

const good = dns.gives("198.51.100.1", "2001:db8::1");
const HUNDRED = Array.from({ length: 100 }, (_, last) => `198.51.100.${last}`);
/** As on a machine whose administrator set no more. */
const DEFAULTS = ["nameserver 127.0.0.1"];
const IMPATIENT = ["nameserver 127.0.0.1", "options timeout:1 attempts:1"];
/** Questions for names that begin with "dead-": the first label begins 21 bytes into the datagram. */
const DROP_DEAD_NAMES = `udp dport 53 @th,168,40 0x${Buffer.from("dead-").toString("hex")} drop`;
/** What a run may take beyond an attempt's limit. */
const SLACK = 1.05;
/** A run begins with its own warming up, and its attempts a moment apart; neither is an attempt's time. */
const BEGINNING_MS = 1000;
const APART_MS = 3;

type Says = Omit<NameServerSays, "server" | "ms">;
/** A fault of the name server for one name, what a program sees of it, and what the server says when asked. */
type Row = { readonly talk: dns.DnsTalk; readonly is: string; readonly says?: Says };

/** Before Node 20.19, c-ares goes on waiting for an answer that can be read. */
const NONSENSE: Says = { says: expect.stringMatching(/^(nonsense|nothing)$/) };

const FAULTS: Readonly<Record<string, Row>> = {
  "no-name.test": { talk: dns.says("NXDOMAIN"), is: "dns/name-not-found" },
  "no-address.test": { talk: dns.gives(), is: "dns/name-has-no-address" },
  "failure.test": { talk: dns.says("SERVFAIL"), is: "dns/resolver-failed", says: { says: "failure" } },
  "not-implemented.test": { talk: dns.says("NOTIMP"), is: "dns/resolver-failed", says: { says: "failure" } },
  "refused.test": { talk: dns.says("REFUSED"), is: "dns/resolver-refused", says: { says: "refuses" } },
  "noise.test": { talk: dns.noise, is: "dns/resolver-(failed|silent)", says: NONSENSE },
  // For the C library that is an answer without the name.
  "broken-record.test": { talk: dns.brokenRecord, is: "dns/name-not-found" },
  "silent.test": { talk: dns.silent, is: "dns/timed-out", says: { says: "nothing" } },
  "wrong-id.test": { talk: dns.wrongId, is: "dns/timed-out", says: { says: "nothing" } },
  "answers-another.test": { talk: dns.answersAnother, is: "dns/timed-out", says: { says: "nothing" } },
  "tells-of-another.test": { talk: dns.tellsOfAnother, is: "dns/name-not-found" },
  "no-answer-for-ipv6.test": {
    talk: dns.byType(good, dns.silent),
    is: "dns/timed-out",
    says: { says: "addresses", unanswered: "AAAA" },
  },
  "ipv6-fails.test": { talk: dns.byType(good, dns.says("SERVFAIL")), is: "unknown" },
  "hundred.test": { talk: dns.gives(...HUNDRED), is: "unknown" },
  "hundred-truncated.test": { talk: dns.truncated, is: "unknown" },
  "good.test": { talk: good, is: "unknown" },
};

/** A server for every name of the table; others are good. */
const byName: dns.DnsTalk = (question, id) => {
  return (FAULTS[question.name.toLowerCase()]?.talk ?? good)(question, id);
};

inEnclosure("names in a network of its own", () => {
  const asked: string[] = [];
  let server: Server;
  let names: dns.DnsServer;
  beforeAll(async () => {
    server = await serve(talk.says(talk.answer("200 OK", [])));
    names = await dns.openDns(
      (question, id) => {
        asked.push(question.name);
        return byName(question, id);
      },
      { port: 53, overTcp: dns.gives(...HUNDRED) },
    );
  });
  afterAll(async () => {
    await names.close();
    await server.close();
  });
  const to = (host: string): Wanted => ({ url: `http://${host}:${server.port}/` });
  const through = (host: string): Wanted => ({
    url: "http://192.0.2.1/",
    proxy: `http://${host}:${server.port}`,
  });

  describe("each fault, of the target's name and of the proxy's", () => {
    const ATTEMPT_MS = 3000;
    let run: Run;
    beforeAll(async () => {
      resolverFile("/etc/resolv.conf", DEFAULTS);
      const rows = Object.keys(FAULTS).flatMap((name) => [
        [name, to(name)],
        [`proxy/${name}`, through(name)],
      ]);
      run = await measured(Object.fromEntries(rows), ATTEMPT_MS);
    });

    test.each(Object.entries(FAULTS))("%s", (name, { is, says }) => {
      const servers =
        says === undefined ? {} : { servers: [{ server: "127.0.0.1", ms: expect.any(Number), ...says }] };
      for (const [observation, phase] of [
        [run.of(name), "dns"],
        [run.of(`proxy/${name}`), "proxy-dns"],
      ] as const) {
        expect(gist(observation)).toMatch(new RegExp(`^${is.replace("dns/", `${phase}/`)}$`));
        if (is.startsWith("dns/")) expect(phaseOf(observation, phase)).toMatchObject({ facts: servers });
      }
    });

    test("nothing is said of servers where the resolver has answered", () => {
      for (const name of ["no-name.test", "no-address.test", "good.test"]) {
        expect(phaseOf(run.of(name), "dns")).not.toHaveProperty("facts.servers");
      }
    });

    test("all of a hundred addresses are recorded, and one is called", () => {
      for (const name of ["hundred.test", "hundred-truncated.test"]) {
        expect(phaseOf(run.of(name), "dns")).toMatchObject({ facts: { addresses: { length: 100 } } });
        expect(phaseOf(run.of(name), "tcp")).toMatchObject({ facts: { tries: { length: 1 } } });
      }
    });

    test("all ends in time", () => {
      expect(run.ms).toBeLessThan(ATTEMPT_MS * SLACK + BEGINNING_MS);
    });
  });

  describe("a resolver that soon gives up", () => {
    test("is silent when no server answers, and failed when one does", async () => {
      resolverFile("/etc/resolv.conf", IMPATIENT);
      const run = await measured(
        { silent: to("silent.test"), half: to("no-answer-for-ipv6.test"), proxy: through("silent.test") },
        5000,
      );
      expect(gist(run.of("silent"))).toBe("dns/resolver-silent");
      expect(gist(run.of("proxy"))).toBe("proxy-dns/resolver-silent");
      // The C library makes do with one half of the answer.
      expect(gist(run.of("half"))).toBe("unknown");
      expect(phaseOf(run.of("half"), "dns")).toMatchObject({
        status: "ok",
        facts: { servers: [{ says: "addresses", unanswered: "AAAA" }] },
      });
    });

    test.each<readonly [string, readonly dns.DnsTalk[], string, readonly NameServerSays["says"][]]>([
      ["a dead one before a good one", [dns.silent, good], "unknown", ["nothing", "addresses"]],
      [
        "all refuse",
        [dns.says("REFUSED"), dns.says("REFUSED")],
        "dns/resolver-refused",
        ["refuses", "refuses"],
      ],
      [
        "one refuses, one fails",
        [dns.says("REFUSED"), dns.says("SERVFAIL")],
        "dns/resolver-failed",
        ["refuses", "failure"],
      ],
      [
        "one refuses, one is dead",
        [dns.says("REFUSED"), dns.silent],
        "dns/resolver-refused",
        ["refuses", "nothing"],
      ],
      ["nobody serves", [], "dns/resolver-silent", ["nothing"]],
    ])("asks each of several servers: %s", async (_, talks, is, said) => {
      const addresses = talks.map((_talk, last) => `127.0.0.${last + 2}`);
      const opened = await Promise.all(
        talks.map((each, last) => dns.openDns(each, { address: addresses[last] ?? "", port: 53 })),
      );
      // Where there are none, one at which nothing listens.
      const listed = talks.length === 0 ? ["127.0.0.9"] : addresses;
      resolverFile("/etc/resolv.conf", [
        ...listed.map((address) => `nameserver ${address}`),
        "options timeout:3 attempts:1",
      ]);
      const run = await measured({ one: to("name.test") }, 8000);
      await Promise.all(opened.map(({ close }) => close()));
      expect(gist(run.of("one"))).toBe(is);
      expect(phaseOf(run.of("one"), "dns")).toMatchObject({
        facts: { servers: said.map((says, last) => ({ server: listed[last], says })) },
      });
    });
  });

  describe("names that no server is asked for", () => {
    test("/etc/hosts and localhost are the system's business", async () => {
      resolverFile("/etc/resolv.conf", DEFAULTS);
      resolverFile("/etc/hosts", [
        "127.0.0.1 localhost",
        "198.51.100.7 only-in-hosts.test",
        "198.51.100.8 good.test",
      ]);
      asked.length = 0;
      const run = await measured(
        { local: to("localhost"), hosts: to("only-in-hosts.test"), both: to("good.test") },
        5000,
      );
      const addresses = (name: string) => phaseOf(run.of(name), "dns");
      expect(addresses("local")).toMatchObject({ facts: { addresses: ["127.0.0.1"] } });
      expect(addresses("hosts")).toMatchObject({ facts: { addresses: ["198.51.100.7"] } });
      expect(addresses("both")).toMatchObject({ facts: { addresses: ["198.51.100.8"] } });
      expect(asked).toEqual([]);
    });
  });

  describe.each([5, 200, 1000])("15 healthy names beside %d dead ones", (dead) => {
    const ATTEMPT_MS = 3000;
    test("are all answered soon, and the run ends in time", async () => {
      resolverFile("/etc/resolv.conf", DEFAULTS);
      filter({ in: [DROP_DEAD_NAMES] });
      const several = (count: number, name: string) =>
        Array.from({ length: count }, (_, number) => `${name}-${number}.test`);
      const [lost, well] = [several(dead, "dead"), several(15, "well")];
      const wanted = [...lost, ...well].map((name) => [name, to(name)] as const);
      const run = await measured(Object.fromEntries(wanted), ATTEMPT_MS);
      expect(well.map((name) => gist(run.of(name)))).toEqual(well.map(() => "unknown"));
      for (const name of well) {
        const phase = phaseOf(run.of(name), "dns");
        expect(phase?.status === "ok" ? phase.ms : undefined, name).toBeLessThan(1000);
      }
      expect(new Set(lost.map((name) => gist(run.of(name))))).toEqual(new Set(["dns/timed-out"]));
      for (const name of lost) {
        expect(phaseOf(run.of(name), "dns"), name).toMatchObject({
          facts: { servers: [{ says: "nothing" }] },
        });
      }
      // 512 attempts run at once; the second lot begins when the first has ended and been let go of.
      const lots = Math.ceil((dead + 15) / 512);
      expect(run.ms).toBeLessThan(
        lots * ATTEMPT_MS * SLACK + (lots - 1) * 1000 + BEGINNING_MS + wanted.length * APART_MS,
      );
    });
  });
});
