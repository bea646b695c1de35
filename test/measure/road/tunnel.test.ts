import { beforeAll, describe, expect, test } from "vitest";
import { type Credentials, selfSigned } from "../../../src/lab/certificate-authority.ts";
import { ask, gist } from "../../rig/measuring.ts";
import { startPeer, startTlsPeer } from "../../rig/peer.ts";
import { startHttpProxy, startSocksProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

/** Logins as a setting spells them, and as curl 7.88 sends them. */
const LOGINS = [
  ["ann:hunter2", "ann:hunter2"],
  ["us%65r:p%40ss%3Aword", "user:p@ss:word"],
  ["ann:a:b", "ann:a:b"],
  ["ann:100%", "ann:100%"],
  ["ann:%zz%41", "ann:%zzA"],
  ["DOM%5Cann:p%C3%A9", "DOM\\ann:pé"],
  ["ann:", "ann:"],
] as const;

function loginIn(head: string | undefined): string | undefined {
  const encoded = /^proxy-authorization: Basic (\S+)\r$/im.exec(head ?? "")?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8");
}

describe("a login to a proxy", () => {
  test.each(LOGINS)("%s is sent with CONNECT as %s", async (spelled, sent) => {
    const proxy = await startHttpProxy();
    await ask({
      url: `https://target.test:${await startPeer(talk.closes)}/`,
      proxy: `http://${spelled}@127.0.0.1:${proxy.port}`,
    });
    expect(proxy.asked[0]?.head).toMatch(/^CONNECT target\.test:/);
    expect(loginIn(proxy.asked[0]?.head)).toBe(sent);
  });

  test.each(LOGINS)("%s is sent with a request to forward as %s", async (spelled, sent) => {
    const proxy = await startHttpProxy();
    await ask({
      url: `http://target.test:${await startPeer(talk.closesOnRequest)}/`,
      proxy: `http://${spelled}@127.0.0.1:${proxy.port}`,
    });
    expect(proxy.asked[0]?.head).toMatch(/^GET http:\/\/target\.test:/);
    expect(loginIn(proxy.asked[0]?.head)).toBe(sent);
  });

  test("is not sent where there is none", async () => {
    const proxy = await startHttpProxy();
    await ask({
      url: `https://target.test:${await startPeer(talk.closes)}/`,
      proxy: `http://127.0.0.1:${proxy.port}`,
    });
    expect(proxy.asked[0]?.head).not.toMatch(/authorization/i);
  });
});

describe("a login to a proxy never reaches the target", () => {
  let certificate: Credentials;
  beforeAll(async () => {
    certificate = await selfSigned(["target.test"]);
  });

  test.each(["http", "socks5h"])("through a tunnel of %s", async (scheme) => {
    const heard: string[] = [];
    const port = await startTlsPeer(certificate, (socket) =>
      socket.once("data", (chunk: Buffer) => {
        heard.push(chunk.toString("latin1"));
        socket.end(talk.answer("200 OK", []));
      }),
    );
    const proxy = scheme === "http" ? await startHttpProxy() : await startSocksProxy();
    const observation = await ask({
      url: `https://target.test:${port}/`,
      proxy: `${scheme}://ann:hunter2@127.0.0.1:${proxy.port}`,
    });
    expect(observation.outcome).toBe("ok");
    expect(heard.join("")).toMatch(/^GET \/ HTTP/);
    expect(heard.join("")).not.toMatch(/proxy-authorization|hunter2|YW5uOmh1bnRlcjI/i);
  });

  test.each(["http", "https", "socks5h", "socks4a"])("nor the observation, when %s fails", async (scheme) => {
    const port = await startPeer(talk.closesOnRequest);
    const observation = await ask({
      url: "https://target.test/",
      proxy: `${scheme}://ann:hunter2@127.0.0.1:${port}`,
    });
    expect(observation.outcome).toBe("failed");
    expect(JSON.stringify(observation)).not.toMatch(/hunter2|YW5uOmh1bnRlcjI/);
  });
});

describe("the authority that a tunnel is asked for", () => {
  test.each([
    ["https://target.test/", "target.test:443"],
    ["https://192.0.2.7:8443/", "192.0.2.7:8443"],
    ["https://[2001:db8::1]/", "[2001:db8::1]:443"],
  ])("of %s is %s", async (url, authority) => {
    let heard = "";
    const port = await startPeer((socket) =>
      socket.once("data", (chunk: Buffer) => {
        heard = chunk.toString("latin1");
        socket.end(talk.answer("403 Forbidden", []));
      }),
    );
    expect(gist(await ask({ url, proxy: `http://127.0.0.1:${port}` }))).toBe("tunnel/proxy-denied");
    expect(heard).toMatch(`CONNECT ${authority} HTTP/1.1\r\n`);
    expect(heard.toLowerCase()).toMatch(`host: ${authority}\r\n`);
  });
});

test("what the target says in the same breath as the proxy's 200 is not lost", async () => {
  const proxy = await startPeer(
    talk.saysLast("HTTP/1.1 200 Connection established\r\n\r\nSSH-2.0-at-once\r\n"),
  );
  const observation = await ask({
    url: "ssh://target.test",
    exchange: { kind: "ssh-banner" },
    marks: [{ body: "^SSH-2\\.0-at-once" }],
    proxy: `http://127.0.0.1:${proxy}`,
  });
  expect(gist(observation)).toBe("target");
});
