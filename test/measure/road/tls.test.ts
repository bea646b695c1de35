import { once } from "node:events";
import net from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import tls from "node:tls";
import selfsigned from "selfsigned";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type CertificateAuthority,
  type Credentials,
  createAuthority,
  selfSigned,
} from "../../../src/lab/certificate-authority.ts";
import { connectInMemory } from "../../../src/measure/memory-peer.ts";
import type { Network } from "../../../src/measure/network.ts";
import { secure } from "../../../src/measure/road/tls.ts";
import type { TrustStore } from "../../../src/model/trust.ts";
import { issue, parsed, privateKeyOf } from "../../rig/certificates.ts";
import { ask, gist, loopback, phaseOf } from "../../rig/measuring.ts";
import { startPeer, startTlsPeer } from "../../rig/peer.ts";
import { keysOf, pieces } from "../../rig/pki.ts";
import { startHttpProxy, startSocksProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const ok = talk.saysLast(talk.answer("200 OK", []));

/** A certificate of nobody's that was valid between these years. */
async function validBetween(from: number, to: number): Promise<Credentials> {
  const made = await selfsigned.generate([{ name: "commonName", value: "target.test" }], {
    keyType: "ec",
    notBeforeDate: new Date(`${from}-01-01T00:00:00Z`),
    notAfterDate: new Date(`${to}-01-01T00:00:00Z`),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "target.test" }] }],
  });
  return { cert: made.cert, key: made.private };
}

async function tlsFacts(credentials: Credentials, network = loopback(), host = "target.test") {
  const observation = await ask({ url: `https://${host}:${await startTlsPeer(credentials, ok)}/`, network });
  expect(observation.outcome).toBe("ok");
  const phase = phaseOf(observation, "tls");
  return phase?.status === "ok" ? phase.facts : expect.fail("no TLS");
}

describe("what a certificate lacks is told, and the answer is heard all the same", () => {
  test("one that has expired", async () => {
    const past = await validBetween(2019, 2020);
    const facts = await tlsFacts(past, loopback([past.cert]));
    expect(facts.untrusted).toBe("expired");
    expect(facts.chain[0]).toMatchObject({
      validFrom: "2019-01-01T00:00:00.000Z",
      validTo: "2020-01-01T00:00:00.000Z",
    });
  });

  test("one that is not valid yet", async () => {
    const future = await validBetween(2090, 2091);
    expect((await tlsFacts(future, loopback([future.cert]))).untrusted).toBe("not-yet-valid");
  });

  test("one of a trusted authority for another name is wrong, and not untrusted", async () => {
    const authority = await createAuthority("Ours");
    const leaf = await authority.issue(["other.test"]);
    const facts = await tlsFacts(leaf, loopback([authority.certificate]));
    expect(facts.wrongName).toBe(true);
    expect(facts).not.toHaveProperty("untrusted");
    expect(facts.chain[0]).toMatchObject({ issuer: "CN=Ours", names: "DNS:other.test" });
  });

  test("one for an address fits that address", async () => {
    const authority = await createAuthority("Ours");
    const leaf = await authority.issue(["127.0.0.1"]);
    const facts = await tlsFacts(leaf, loopback([authority.certificate]), "127.0.0.1");
    expect(facts).not.toHaveProperty("wrongName");
    expect(facts).not.toHaveProperty("untrusted");
  });

  test("a name is text of a stranger's: nothing of it is raw", async () => {
    const made = await selfsigned.generate([{ name: "commonName", value: "\x1b[31mred\u202e" }], {
      keyType: "ec",
    });
    const facts = await tlsFacts({ cert: made.cert, key: made.private });
    expect(facts.chain[0]?.subject).toContain("red");
    expect(facts.chain[0]?.subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("the chain is what the server sent, and each store is asked about it", () => {
  test("nothing is added from a store, nothing left out and nothing put in order", async () => {
    const { root, upper, lower, leaf } = await pieces({ leaf: { issuerAt: "http://ca.test/lower.crt" } });
    const presented = [leaf, upper, lower] as const;
    const credentials = { cert: presented.map(({ pem }) => pem).join("\n"), key: await privateKeyOf(leaf) };
    const facts = await tlsFacts(credentials, loopback([root.pem]));
    expect(facts.chain.map(({ subject }) => subject)).toEqual(presented.map(({ name }) => name));
    expect(facts.chain.map(({ sha256 }) => sha256)).toEqual(
      presented.map((each) => parsed(each).fingerprint256),
    );
    expect(facts.chain[0]).toMatchObject({ key: "EC prime256v1", issuerAt: "http://ca.test/lower.crt" });
    expect(facts.chain[1]).not.toHaveProperty("issuerAt");
    expect(facts).not.toHaveProperty("untrusted");
  });

  test("by the store's name", async () => {
    const authority = await createAuthority("Ours");
    const other = await createAuthority("Theirs");
    const store = (
      id: string,
      kind: "bundle" | "keystore",
      { certificate }: CertificateAuthority,
    ): TrustStore => ({
      id,
      kind,
      certificates: [certificate],
    });
    const stores = [store("/etc/ours.pem", "bundle", authority), store("/etc/cacerts", "keystore", other)];
    const facts = await tlsFacts(await authority.issue(["target.test"]), { ...loopback(), stores });
    expect(facts.trust).toEqual({
      node: "unknown-issuer",
      "/etc/ours.pem": "trusted",
      "/etc/cacerts": "unknown-issuer",
    });
    expect(facts.untrusted).toBe("unknown-issuer");
  });

  test("what the command line names is trusted beside Node's own, but for an authority that is no root", async () => {
    const { root, upper, lower, leaf } = await pieces();
    const credentials = {
      cert: [leaf, lower].map(({ pem }) => pem).join("\n"),
      key: await privateKeyOf(leaf),
    };
    expect(await tlsFacts(credentials, loopback([upper.pem]))).toMatchObject({
      trust: { node: "unknown-issuer", "--ca-file": "trusted-intermediate" },
      untrusted: "unknown-issuer",
    });
    const both = await tlsFacts(credentials, loopback([upper.pem, root.pem]));
    expect(both.trust).toEqual({ node: "unknown-issuer", "--ca-file": "trusted" });
    expect(both).not.toHaveProperty("untrusted");
  });

  test("a name is told as it is, its escapes undone", async () => {
    const made = await issue({ name: "CN=a\\, b \\+ c", keys: await keysOf("root"), names: ["target.test"] });
    const facts = await tlsFacts({ cert: made.pem, key: await privateKeyOf(made) });
    expect(facts.chain[0]?.subject).toBe("CN=a, b + c");
    expect(facts).not.toHaveProperty("wrongName");
  });
});

describe("TLS on a connection on which something is still being said", () => {
  async function withRequestUnderWay(): Promise<tls.TLSSocket> {
    const outer = tls.connect({ socket: connectInMemory(), rejectUnauthorized: false });
    outer.on("error", () => undefined);
    onTestFinished(() => void outer.destroy());
    await once(outer, "secureConnect");
    outer.write("CONNECT target.test:443 HTTP/1.1\r\n\r\n");
    return outer;
  }

  test("begins when it is said", async () => {
    const outer = await withRequestUnderWay();
    outer.resume();
    const said = vi.fn();
    outer.write("more", said);
    await secure(outer, "target.test", [], new AbortController().signal).catch(() => undefined);
    expect(said).toHaveBeenCalledOnce();
  });

  test("crashes nothing where it is stopped before that", async () => {
    const outer = await withRequestUnderWay();
    await once(outer, "readable");
    outer.read();
    const stop = new AbortController();
    secure(outer, "target.test", [], stop.signal).catch(() => undefined);
    await setImmediate();
    stop.abort();
    await setTimeout(10);
  });
});

/**
 * A TCP socket that is destroyed under its TLS in the same turn can crash Node (transport-notes 1.5), so every
 * layer must go before what lies under it, however the attempt ends.
 */
describe("layers are taken off outermost first", () => {
  let certificate: Credentials;
  beforeAll(async () => {
    certificate = await selfSigned(["127.0.0.1", "target.test"]);
  });

  /** Notes each client's layer when it is first destroyed: `tcp`, or `tls over` what lies under it. */
  function noting(): { readonly network: Network; readonly order: string[] } {
    const order: string[] = [];
    const names = new Map<unknown, string>();
    const note = (layer: net.Socket) => {
      const name = names.get(layer);
      if (name !== undefined && !layer.destroyed) order.push(name);
    };
    const original = { connect: tls.connect, destroy: net.Socket.prototype.destroy };
    net.Socket.prototype.destroy = function (this: net.Socket, error?: Error) {
      note(this);
      return original.destroy.call(this, error);
    };
    tls.connect = ((options: tls.ConnectionOptions) => {
      const layer = original.connect(options);
      const under = names.get(options.socket);
      // A rehearsal's lies on nothing that was dialled.
      if (under !== undefined) names.set(layer, `tls over ${under}`);
      return layer;
    }) as typeof tls.connect;
    onTestFinished(() => {
      tls.connect = original.connect;
      net.Socket.prototype.destroy = original.destroy;
    });
    const connect: Network["connect"] = (address, port) => {
      const socket = loopback().connect(address, port);
      names.set(socket, "tcp");
      return socket;
    };
    return { network: { ...loopback(), connect }, order };
  }

  test.each(["http", "socks5h"])("when time is up in the handshake through %s", async (scheme) => {
    const { network, order } = noting();
    const proxy = scheme === "http" ? await startHttpProxy() : await startSocksProxy();
    const observation = await ask({
      url: `https://target.test:${await startPeer(talk.reads)}/`,
      proxy: `${scheme}://127.0.0.1:${proxy.port}`,
      network,
      attemptMs: 1500,
    });
    expect(gist(observation)).toBe("tls/timed-out");
    expect(order).toEqual(["tls over tcp", "tcp"]);
  });

  test("when time is up in a handshake within TLS", async () => {
    const { network, order } = noting();
    const port = await startTlsPeer(certificate, talk.says("HTTP/1.1 200 OK\r\n\r\n"));
    const observation = await ask({
      url: "https://target.test/",
      proxy: `https://127.0.0.1:${port}`,
      network,
      attemptMs: 1500,
    });
    expect(gist(observation)).toBe("tls/timed-out");
    expect(order).toEqual(["tls over tls over tcp", "tls over tcp", "tcp"]);
  });

  test.each([
    ["the answer is there", ok, "unknown"],
    ["no answer comes", talk.reads, "response/timed-out"],
  ])("when %s", async (_, server, shows) => {
    const { network, order } = noting();
    const proxy = await startSocksProxy();
    const observation = await ask({
      url: `https://target.test:${await startTlsPeer(certificate, server)}/`,
      proxy: `socks5h://127.0.0.1:${proxy.port}`,
      network,
      attemptMs: 2000,
    });
    expect(gist(observation)).toBe(shows);
    expect(order).toEqual(["tls over tcp", "tcp"]);
  });
});

test("on a connection that broke before, it fails with what broke that", async () => {
  const port = await startPeer((socket) => socket.resetAndDestroy());
  const socket = net.connect(port, "127.0.0.1").on("error", () => undefined);
  await new Promise((resolve) => socket.once("close", resolve));
  await expect(secure(socket, "target.test", [], new AbortController().signal)).rejects.toMatchObject({
    code: "ECONNRESET",
  });
});
