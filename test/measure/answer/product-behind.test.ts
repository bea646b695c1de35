import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type CertificateAuthority, createAuthority } from "../../../src/lab/certificate-authority.ts";
import { PRODUCTS } from "../../../src/measure/answer/products.ts";
import { ask } from "../../rig/measuring.ts";
import { startPeer, startTlsPeer } from "../../rig/peer.ts";
import { startHttpProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const HTML = "Content-Type: text/html";
const says = (status: string, headers: readonly string[], body = "") =>
  talk.says(talk.answer(status, headers, body));

describe("an observation names", () => {
  test.each([
    ["the filter whose page it is", "200 OK", [HTML], "<html>Internet Security by Zscaler", "Zscaler"],
    [
      "the filter that redirects",
      "302 Found",
      ["Location: http://notify.bluecoat.com/x?y=1"],
      "",
      "Blue Coat",
    ],
    ["the proxy nobody asked to be there", "503 Service Unavailable", ["Server: squid/6.6"], "", "squid"],
    ["no filter that does not show itself", "200 OK", [HTML], "<html><title>Blocked", undefined],
    ["no server in front of somebody's page", "200 OK", [HTML, "Server: nginx"], "<html>", undefined],
    ["none where the answer is unclear", "503 Service Unavailable", ["Server: envoy"], "", undefined],
  ])("%s", async (_, status, headers, body, product) => {
    const port = await startPeer(says(status, headers, body));
    expect((await ask({ url: `http://target.test:${port}/` })).product).toBe(product);
  });

  test("nobody where the target answers", async () => {
    const port = await startPeer(
      says("403 Forbidden", ["Server: AmazonS3", HTML], "<html>Powered By FortiGuard"),
    );
    const marks = [{ header: { name: "server", matches: "^AmazonS3$" } }];
    const observation = await ask({ url: `http://target.test:${port}/`, marks });
    expect([observation.answeredBy, observation.product]).toEqual(["target", undefined]);
  });

  test.each([
    ["Proxy-Agent: Fortinet-Proxy/1.0", "Fortinet"],
    ["Via: 1.1 wsa.corp:80 (Cisco-WSA/11.5.1-124)", "Cisco WSA"],
    ["Server: Apache/2.4.58", "Apache"],
    ["X-Nothing: 1", undefined],
  ])("the proxy that refuses a tunnel: %s", async (header, product) => {
    const proxy = `http://proxy.test:${await startPeer(says("403 Forbidden", [header]))}`;
    expect((await ask({ url: "https://target.test/", proxy })).product).toBe(product);
  });

  test("no proxy that opens one", async () => {
    const origin = await startPeer(says("404 Not Found", []));
    const { port } = await startHttpProxy();
    const { product } = await ask({
      url: `http://target.test:${origin}/`,
      proxy: `http://proxy.test:${port}`,
    });
    expect(product).toBeUndefined();
  });
});

describe("whose certificate is an interceptor's", () => {
  let authority: CertificateAuthority;
  beforeAll(async () => {
    authority = await createAuthority("FortiGate CA");
  });

  test("is named where it shows a page of its own", async () => {
    const port = await startTlsPeer(
      await authority.issue(["target.test"]),
      says("404 Not Found", [HTML], "<html><title>x"),
    );
    const observation = await ask({ url: `https://target.test:${port}/` });
    expect([observation.answeredBy, observation.product]).toEqual(["someone-else", "Fortinet"]);
  });
});

test("the docs list every product", () => {
  const docs = readFileSync(new URL("../../../docs/report.md", import.meta.url), "utf8");
  const [, listed = ""] = /Products that are known: ([^.]*)\./.exec(docs) ?? [];
  expect(listed.split(", ")).toEqual(PRODUCTS.map(({ name }) => name));
});
