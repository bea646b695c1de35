import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { measure } from "../../../src/measure/measure.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { attemptOf, course, gist, loopback, phaseOf, proxyOf, targetOf } from "../../rig/measuring.ts";
import { closedPort, startPeer } from "../../rig/peer.ts";
import { startHttpProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const ok = talk.says(talk.answer("200 OK", ["Server: good"]));

/** A script that says this to every URL. */
function script(statement: string): string {
  return `pac+data:,${encodeURIComponent(`function FindProxyForURL(url, host) { ${statement} }`)}`;
}

async function through(
  pac: string,
  urls: readonly string[],
  attemptMs = 10_000,
): Promise<readonly Observation[]> {
  const proxy = proxyOf(pac);
  const attempts = urls.map((url, index) =>
    attemptOf(
      targetOf({ url, marks: [{ header: { name: "server", matches: "good" } }] }, `test/${index}`),
      proxy,
    ),
  );
  return measure(
    attempts,
    new Map([[proxy.id, proxy]]),
    loopback(),
    { attemptMs },
    new AbortController().signal,
  );
}

test("the script's first usable entry decides, for each URL anew", async () => {
  const proxy = await startHttpProxy();
  const port = await startPeer(ok);
  const pac = script(
    `return host === "direct.test" ? "DIRECT" : "QUIC q:1; PROXY p:99999; PROXY proxy.test:${proxy.port}; DIRECT"`,
  );
  const observations = await through(pac, [`http://direct.test:${port}/`, `http://proxied.test:${port}/`]);
  expect(observations.map(gist)).toEqual(["target", "target"]);
  expect(observations.map(course)).toEqual([
    "dns ok, tcp ok, request ok, response ok",
    "proxy-dns ok, proxy-tcp ok, request ok, response ok",
  ]);
  expect(proxy.asked).toHaveLength(1);
});

test("what the script answers is recorded, without logins, and which entry was taken", async () => {
  const proxy = await startHttpProxy();
  const port = await startPeer(ok);
  const answer = `PROXY usr:s3cret@proxy.test:1; PROXY proxy.test:${proxy.port}; DIRECT`;
  const [observation] = await through(script(`return "${answer}"`), [`http://proxied.test:${port}/`]);
  expect(observation).toMatchObject({
    answeredBy: "target",
    script: {
      answer: answer.replace("usr:s3cret", "***"),
      chose: `http://proxy.test:${proxy.port}`,
      passedOver: [],
    },
  });
});

test("an entry whose proxy cannot be reached is passed over, as browsers do", async () => {
  const dead = await closedPort();
  const port = await startPeer(ok);
  const pac = script(`return "PROXY unknown.test:3128; SOCKS5 127.0.0.1:${dead}; DIRECT"`);
  const [observation] = await through(pac, [`http://a.test:${port}/`]);
  expect(observation).toMatchObject({
    answeredBy: "target",
    script: {
      chose: "direct",
      passedOver: [
        { route: "http://unknown.test:3128", failure: "name-not-found" },
        { route: `socks5h://127.0.0.1:${dead}`, failure: "refused" },
      ],
    },
  });
});

test("an entry whose proxy answers is not passed over, whatever it answers", async () => {
  const refusing = await startPeer(talk.says(talk.answer("403 Forbidden", ["Server: squid/5.7"])));
  const [observation] = await through(script(`return "PROXY proxy.test:${refusing}; DIRECT"`), [
    "https://a.test/",
  ]);
  expect(gist(observation ?? expect.fail())).toBe("tunnel/proxy-denied");
});

const DIRECT_SCRIPT = 'function FindProxyForURL() { return "DIRECT"; }';

test("a script is read from a file", async () => {
  const directory = await mkdtemp(join(tmpdir(), "pac-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, "proxy.pac"), DIRECT_SCRIPT);
  const [observation] = await through(`pac+file://${directory}/proxy.pac`, [
    `http://a.test:${await startPeer(ok)}/`,
  ]);
  expect(observation).toMatchObject({ answeredBy: "target", script: { answer: "DIRECT", chose: "direct" } });
});

test("a script is fetched from a server", async () => {
  const server = await startPeer(talk.says(talk.answer("200 OK", [], DIRECT_SCRIPT)));
  const [observation] = await through(`pac+http://127.0.0.1:${server}/proxy.pac`, [
    `http://a.test:${await startPeer(ok)}/`,
  ]);
  expect(observation).toMatchObject({ answeredBy: "target", script: { answer: "DIRECT" } });
});

test("a server's refusal is no script", async () => {
  const server = await startPeer(talk.says(talk.answer("404 Not Found", [], DIRECT_SCRIPT)));
  const [observation] = await through(`pac+http://127.0.0.1:${server}/proxy.pac`, ["http://a.test/"]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/pac-failed");
});

test("a script without an end is not read to it", async () => {
  const server = await startPeer(talk.floods("HTTP/1.1 200 OK\r\n\r\n", "// and so on\n".repeat(1000)));
  const [observation] = await through(`pac+http://127.0.0.1:${server}/proxy.pac`, ["http://a.test/"]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/pac-failed");
});

test("a script that fills memory is ended", async () => {
  const pac = script('let all = "x"; for (;;) all += all + "y"');
  const [observation] = await through(pac, ["http://a.test/"]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/pac-failed");
});

test("a proxy of the script's that has no address fails as such", async () => {
  const [observation] = await through(script('return "PROXY unknown.test:3128"'), ["https://a.test/"]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/name-not-found");
});

test.each([
  ["throws", script('throw new Error("no\\u001b")')],
  ["names nothing usable", script('return "FTP a:1"')],
  ["is no script", "pac+data:,not%20a%20script("],
])("a script that %s has failed", async (_, pac) => {
  const [observation] = await through(pac, ["http://a.test/"]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/pac-failed");
  expect(JSON.stringify(observation)).not.toContain("\\u001b");
});

test("a script that cannot be fetched has failed", async () => {
  const [observation] = await through(`pac+http://127.0.0.1:${await closedPort()}/proxy.pac`, [
    "http://a.test/",
  ]);
  expect(gist(observation ?? expect.fail())).toBe("proxy-dns/pac-failed");
  expect(phaseOf(observation ?? expect.fail(), "proxy-tcp")).toMatchObject({ status: "skipped" });
});

test("a script that never ends costs its own attempts their time, and nobody else's", async () => {
  const begun = performance.now();
  const endless = through(script("for (;;) {}"), ["http://a.test/", "http://b.test/"], 1000);
  const ticks = setInterval(() => undefined, 10);
  const observations = await endless;
  clearInterval(ticks);
  expect(observations.map(gist)).toEqual(["proxy-dns/timed-out", "proxy-dns/timed-out"]);
  expect(performance.now() - begun).toBeLessThan(10_000);
  await expect
    .poll(() => process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap"))
    .toEqual([]);
});
