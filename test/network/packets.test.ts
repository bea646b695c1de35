import { Server as ProxyServer } from "proxy-chain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Try } from "../../src/model/phase.ts";
import * as dns from "../rig/dns-server.ts";
import { course, gist, phaseOf } from "../rig/measuring.ts";
import * as talk from "../rig/talks.ts";
import { filter, HAS_IPV6, hasVeth, inEnclosure, route, system } from "./enclosed.ts";
import { measured, type Run, type Server, serve, serveTls } from "./measured.ts";

/** The wait for an answer to ARP ends after 3.07 seconds. */
const ATTEMPT_MS = 4000;
/** What a run may take beyond an attempt's limit. */
const SLACK = 1.05;
/** A run begins with its own warming up, and its attempts a moment apart; neither is an attempt's time. */
const BEGINNING_MS = 1000;
const GOOD = "198.51.100.250";

/** What is done to packets: on their way to an address (`out` where they leave, `in` where they arrive), or `back`. */
type Row = {
  readonly in?: string;
  readonly out?: string;
  readonly back?: string;
  readonly route?: string;
  readonly over?: "http" | "https";
  readonly is: string;
  /** With a proxy at that address, and a good target behind it; else the same with `proxy-` before it. */
  readonly behind?: string;
};

/** A packet that carries something: a header of 40 bytes, and 12 for the options that Linux sends. */
const PAYLOAD = "meta length > 60 drop";
const LARGE = "meta length > 600 drop";

const FAULTS: Readonly<Record<string, Row>> = {
  "packets dropped where they arrive": { in: "drop", is: "tcp/timed-out" },
  "packets dropped where they leave": { out: "drop", is: "tcp/timed-out" },
  "answers dropped": { back: "drop", is: "tcp/timed-out" },
  "a reset": { in: "meta l4proto tcp reject with tcp reset", is: "tcp/refused" },
  "port unreachable": { in: "reject with icmp type port-unreachable", is: "tcp/refused" },
  "host unreachable": { in: "reject with icmp type host-unreachable", is: "tcp/host-unreachable" },
  "host prohibited": { in: "reject with icmp type host-prohibited", is: "tcp/host-unreachable" },
  "admin prohibited": { in: "reject with icmp type admin-prohibited", is: "tcp/host-unreachable" },
  "net unreachable": { in: "reject with icmp type net-unreachable", is: "tcp/network-unreachable" },
  "a reject by this machine's own filter": { out: "reject", is: "tcp/refused" },
  "a reset by this machine's own filter": {
    out: "meta l4proto tcp reject with tcp reset",
    is: "tcp/refused",
  },
  "an unreachable route": { route: "unreachable", is: "tcp/host-unreachable" },
  "a prohibiting route": { route: "prohibit", is: "tcp/blocked-locally" },
  "a black-hole route": { route: "blackhole", is: "tcp/blocked-locally" },
  "no route": { route: "throw", is: "tcp/network-unreachable" },
  "silence once connected": { in: PAYLOAD, is: "response/timed-out", behind: "response/timed-out" },
  "silence once connected, under TLS": {
    in: PAYLOAD,
    over: "https",
    is: "tls/timed-out",
    behind: "tunnel/timed-out",
  },
  "no large packets, and small ones suffice": { back: LARGE, is: "unknown", behind: "unknown" },
  "no large packets, and TLS needs some": {
    back: LARGE,
    over: "https",
    is: "tls/timed-out",
    behind: "tls/timed-out",
  },
  ...(hasVeth() ? { "no answer to ARP": { route: "veth", is: "tcp/host-unreachable" } } : {}),
};

/** Rules for an address; `family` is `ip` or `ip6`. */
function rulesFor(address: string, { in: arriving, out, back }: Row): { in: string[]; out: string[] } {
  const family = address.includes(":") ? "ip6" : "ip";
  return {
    in: [
      ...(arriving === undefined ? [] : [`${family} daddr ${address} ${arriving}`]),
      ...(back === undefined ? [] : [`${family} saddr ${address} ${back}`]),
    ],
    out: out === undefined ? [] : [`${family} daddr ${address} ${out}`],
  };
}

function apply(faults: Readonly<Record<string, Row>>): void {
  const rules = Object.entries(faults).map(([address, row]) => rulesFor(address, row));
  filter({ in: rules.flatMap((each) => each.in), out: rules.flatMap((each) => each.out) });
  for (const [address, row] of Object.entries(faults)) {
    if (row.route === "veth") route(`${address} dev veth-near`);
    else if (row.route !== undefined) route(`${row.route} ${address}`);
  }
}

inEnclosure("packets in a network of its own", () => {
  let plain: Server;
  let secure: Server;
  let proxy: ProxyServer;
  beforeAll(async () => {
    const answers = talk.says(talk.answer("200 OK", []));
    [plain, secure] = [await serve(answers), await serveTls(answers)];
    proxy = new ProxyServer({ port: 0 });
    await proxy.listen();
  });
  afterAll(async () => {
    await proxy.close(true);
    await secure.close();
    await plain.close();
  });
  const urlOf = (host: string, over: "http" | "https" = "http") =>
    `${over}://${host}:${(over === "http" ? plain : secure).port}/`;

  describe("each fault, on the way to the target and to a proxy", () => {
    const addressOf = new Map(Object.keys(FAULTS).map((name, last) => [name, `198.51.100.${last + 1}`]));
    let run: Run;
    beforeAll(async () => {
      apply(Object.fromEntries([...addressOf].map(([name, address]) => [address, FAULTS[name] ?? never()])));
      const wanted = [...addressOf].flatMap(([name, address]) => {
        const over = FAULTS[name]?.over;
        return [
          [name, { url: urlOf(address, over) }],
          [`behind ${name}`, { url: urlOf(GOOD, over), proxy: `http://${address}:${proxy.port}` }],
        ];
      });
      run = await measured(Object.fromEntries(wanted), ATTEMPT_MS);
    });
    afterAll(() => {
      for (const [name, address] of addressOf) {
        if (FAULTS[name]?.route !== undefined) system(`ip route del ${address} table local`);
      }
    });

    test.each(Object.entries(FAULTS))("%s", (name, { is, behind = `proxy-${is}` }) => {
      expect(gist(run.of(name))).toBe(is);
      expect(gist(run.of(`behind ${name}`))).toBe(behind);
    });

    test("the try is recorded, whether it failed or was given up", () => {
      for (const [name, { is }] of Object.entries(FAULTS)) {
        if (!is.startsWith("tcp/")) continue;
        expect(phaseOf(run.of(name), "tcp"), name).toMatchObject({
          facts: { tries: [{ address: addressOf.get(name), at: 0, outcome: expect.stringMatching(/^E/) }] },
        });
      }
    });

    test("no large packets: the connection stands, and the handshake gets no answer", () => {
      expect(course(run.of("no large packets, and TLS needs some"))).toMatch(/tcp ok, tls failed/);
    });

    test("all ends in time", () => {
      expect(run.ms).toBeLessThan(ATTEMPT_MS * SLACK + BEGINNING_MS);
    });
  });

  describe.each([
    ["every fifth packet", "numgen inc mod 5 == 0 drop"],
    ["2 % of the packets", "numgen random mod 100 < 2 drop"],
  ])("%s lost", (_, drop) => {
    test("makes it slow, and nothing else", async () => {
      apply({ "198.51.100.1": { in: drop, back: drop, is: "" } });
      const via = `http://198.51.100.1:${proxy.port}`;
      const run = await measured(
        {
          plain: { url: urlOf("198.51.100.1") },
          secure: { url: urlOf("198.51.100.1", "https") },
          "behind a proxy": { url: urlOf(GOOD, "https"), proxy: via },
        },
        30_000,
      );
      for (const name of ["plain", "secure", "behind a proxy"])
        expect(gist(run.of(name)), name).toBe("unknown");
    });
  });

  describe.skipIf(!HAS_IPV6)("IPv6 that is broken, where IPv4 works", () => {
    const SIX = "2001:db8::66";
    let names: dns.DnsServer;
    beforeAll(async () => {
      names = await dns.openDns(dns.gives(SIX, GOOD), { port: 53 });
    });
    afterAll(() => names.close());

    test.each<readonly [string, Omit<Row, "is">, string]>([
      ["packets dropped", { in: "drop" }, "ECANCELED"],
      ["a reset", { in: "meta l4proto tcp reject with tcp reset" }, "ECONNREFUSED"],
      ["no route", { route: "throw" }, "never tried"],
      ["an unreachable route", { route: "unreachable" }, "never tried"],
    ])("%s costs one stagger at the most", async (_, fault, outcome) => {
      apply({ [SIX]: { ...fault, is: "" } });
      const run = await measured({ one: { url: urlOf("both.test") } }, ATTEMPT_MS);
      if (fault.route !== undefined) system(`ip -6 route del ${SIX} table local`);
      const phase = phaseOf(run.of("one"), "tcp");
      if (phase?.status !== "ok") return expect.fail(gist(run.of("one")));
      const tries: readonly Try[] = phase.facts.tries;
      const four = tries.find(({ address }) => address === GOOD);
      expect(four).toMatchObject({ outcome: "connected" });
      expect(four?.at).toBeLessThan(500);
      // glibc puts an address to which there is no route last (RFC 6724, rule 1).
      expect(tries.find(({ address }) => address === SIX)?.outcome ?? "never tried").toBe(outcome);
    });
  });

  test("a metadata service whose answers do not live long enough is silent for the token and all else", async () => {
    const service = await serve(talk.says(talk.answer("200 OK", [], "AQAEA-token-of-one-route==")), 80);
    // With a hop limit of 1 a container's connection is made, by packets of the host's own, and no answer comes.
    apply({ "169.254.169.254": { back: PAYLOAD, is: "" } });
    const url = "http://169.254.169.254/latest/dynamic/instance-identity/document";
    const run = await measured({ one: { url, exchange: { kind: "instance-identity" } } }, 3000);
    await service.close();
    expect(gist(run.of("one"))).toBe("response/timed-out");
    expect(run.ms).toBeLessThan(3000 * SLACK + BEGINNING_MS);
  });
});

function never(): never {
  throw new Error("a row without a fault");
}
