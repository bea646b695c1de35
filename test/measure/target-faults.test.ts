import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Credentials, selfSigned } from "../../src/lab/certificate-authority.ts";
import type { Network } from "../../src/measure/network.ts";
import type { NameServerSays } from "../../src/model/phase.ts";
import { ask, gist, loopback, phaseOf } from "../rig/measuring.ts";
import { closedPort, startPeer, startTlsPeer, type Talk } from "../rig/peer.ts";
import * as talk from "../rig/talks.ts";

const PATIENCE_MS = 400;

describe("a target that is not there", () => {
  test.each([
    ["unknown.test", "dns/name-not-found"],
    ["empty.test", "dns/name-has-no-address"],
    ["servfail.test", "dns/resolver-failed"],
    ["slow.test", "dns/timed-out"],
  ])("%s fails with %s, and nothing after it is tried", async (host, fails) => {
    const observation = await ask({
      url: `https://${host}/`,
      attemptMs: fails.endsWith("timed-out") ? PATIENCE_MS : 8000,
    });
    expect(gist(observation)).toBe(fails);
    expect(observation.phases.slice(1)).toEqual(
      ["tcp", "tls", "request", "response"].map((name) => ({
        name,
        status: "skipped",
        because: "an earlier phase failed",
      })),
    );
  });

  test.each([
    ["is silent", "http://slow.test/", "dns"],
    ["fails", "http://servfail.test/", "dns"],
    ["fails for a proxy", "http://target.test/", "proxy-dns"],
  ] as const)("what name servers say is recorded where the resolver %s", async (_, url, phase) => {
    const says: readonly NameServerSays[] = [{ server: "192.0.2.53", ms: 1000, says: "nothing" }];
    const loop = loopback();
    const network: Network = {
      ...loop,
      lookup: (host, signal, hear) => {
        hear?.(says);
        return host === "proxy.test"
          ? Promise.reject(Object.assign(new Error("no"), { code: "EAI_AGAIN", servers: says }))
          : loop.lookup(host, signal);
      },
    };
    const proxy = phase === "proxy-dns" ? { proxy: "http://proxy.test:3128" } : {};
    const observation = await ask({ url, network, attemptMs: 400, ...proxy });
    expect(phaseOf(observation, phase)).toMatchObject({ status: "failed", facts: { servers: says } });
  });

  test("a port on which nobody listens is refused, and the try is recorded", async () => {
    const observation = await ask({ url: `http://127.0.0.1:${await closedPort()}/` });
    expect(gist(observation)).toBe("tcp/refused");
    expect(observation.phases[0]).toEqual({
      name: "dns",
      status: "skipped",
      because: "the address needs no lookup",
    });
    expect(observation.phases[1]).toMatchObject({
      failure: { errno: "ECONNREFUSED" },
      facts: { tries: [{ address: "127.0.0.1", outcome: "ECONNREFUSED" }] },
    });
  });
});

describe("certificates are recorded and not enforced", () => {
  const OK = talk.saysLast(talk.answer("200 OK", ["X-Mark: yes"], "hello"));
  let own: Credentials;
  beforeAll(async () => {
    own = await selfSigned(["target.test"]);
  });

  test("a self-signed one is untrusted, and the answer is heard", async () => {
    const observation = await ask({ url: `https://target.test:${await startTlsPeer(own, OK)}/` });
    expect(observation.outcome).toBe("ok");
    const tls = observation.phases.find(({ name }) => name === "tls");
    const sha256 = createHash("sha256")
      .update(Buffer.from(own.cert.replace(/-----.*-----|\s/g, ""), "base64"))
      .digest("hex");
    expect(tls).toMatchObject({
      status: "ok",
      facts: { untrusted: "self-signed", chain: [{ subject: "CN=target.test" }] },
    });
    expect(JSON.stringify(tls).replaceAll(":", "").toLowerCase()).toContain(sha256);
    expect(tls).not.toHaveProperty("facts.wrongName");
  });

  test("one for another name is both untrusted and wrong", async () => {
    const observation = await ask({ url: `https://other.test:${await startTlsPeer(own, OK)}/` });
    expect(observation.phases).toContainEqual(
      expect.objectContaining({
        name: "tls",
        facts: expect.objectContaining({ untrusted: "self-signed", wrongName: true }),
      }),
    );
  });
});

describe("an answer that the target began and does not end has failed, and is the target's:", () => {
  const marks = [
    { header: { name: "x-amz-request-id", matches: "." } },
    { status: [200], body: "^(?!\\s*<)" },
  ];

  test.each<readonly [string, readonly string[], Talk, string]>([
    ["a body that stalls", ["x-amz-request-id: 1"], () => undefined, "response/timed-out"],
    ["a body that is cut", ["x-amz-request-id: 1"], (socket) => void socket.end(), "response/cut-short"],
    ["nobody's", ["x-other: 1"], () => undefined, "response/timed-out"],
  ])("%s", async (whose, headers, then, fails) => {
    const head = ["HTTP/1.1 200 OK", "Content-Length: 99", ...headers, "", "half"].join("\r\n");
    const port = await startPeer((socket) => {
      socket.once("data", () => socket.write(head, () => setTimeout(() => then(socket), 50)));
    });
    const observation = await ask({ url: `http://target.test:${port}/`, marks, attemptMs: PATIENCE_MS });
    expect(gist(observation)).toBe(fails);
    expect(observation.answeredBy).toBe(whose === "nobody's" ? "unknown" : "target");
  });
});
