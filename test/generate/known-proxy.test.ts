import { describe, expect, test } from "vitest";
import { discover } from "../../src/discover/discover.ts";
import { knownProxy } from "../../src/generate/known-proxy.ts";
import { urlOf } from "../../src/generate/proxy-url.ts";
import { fakeMachine } from "../discover/fake-machine.ts";

async function proxyIn(files: Readonly<Record<string, string>>, environment = {}) {
  return knownProxy((await discover(fakeMachine(files, environment), {}, [])).settings);
}

describe("knownProxy", () => {
  test("is the one that all settings name, in whatever spelling, with the place of the first", async () => {
    const found = await proxyIn({
      "/etc/environment": 'HTTP_PROXY="10.0.0.33:3128"\nhttps_proxy=http://10.0.0.33:3128/\n',
      "/etc/replicated.conf": '{"HttpProxy": "http://10.0.0.33:3128"}',
    });
    expect(found.kind === "one" && { url: urlOf(found.proxy), found: found.found }).toEqual({
      url: "http://10.0.0.33:3128",
      found: "/etc/environment:1",
    });
  });

  test("has the login that one of them holds, as a drop-in spells it", async () => {
    const found = await proxyIn({
      "/etc/environment": "HTTP_PROXY=http://10.0.0.33:3128\n",
      "/etc/systemd/system/docker.service.d/p.conf":
        "[Service]\nEnvironment=HTTPS_PROXY=http://alice:p%%40ss@10.0.0.33:3128\n",
    });
    expect(found.kind === "one" && urlOf(found.proxy)).toBe("http://alice:p%40ss@10.0.0.33:3128");
    expect(JSON.stringify(found)).not.toContain("p%40ss");
  });

  test("is not guessed where settings name several proxies, or several logins for one", async () => {
    expect(await proxyIn({ "/etc/environment": "HTTP_PROXY=http://a:1\nHTTPS_PROXY=http://b:2\n" })).toEqual({
      kind: "several",
      addresses: ["a:1", "b:2"],
    });
    expect(
      await proxyIn({ "/etc/environment": "HTTP_PROXY=http://u:x@a:1\nHTTPS_PROXY=http://u:y@a:1\n" }),
    ).toEqual({ kind: "several-logins", address: "a:1" });
  });

  test.each([
    ["placeholders", "HTTP_PROXY=<proxy-ip:port>\n"],
    ["a value without a port", "HTTP_PROXY=http://10.0.0.33\n"],
    ["another protocol", "ALL_PROXY=socks5://10.0.0.33:1080\n"],
    ["what is there for one host alone", ""],
  ])("is none where there is nothing but %s", async (_, text) => {
    const apt = 'Acquire::http::Proxy::mirror.internal "http://10.0.0.99:3128";\n';
    expect(await proxyIn({ "/etc/environment": text, "/etc/apt/apt.conf.d/p": apt })).toEqual({
      kind: "none",
    });
  });
});
