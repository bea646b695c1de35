import { describe, expect, test } from "vitest";
import { namedProxy, parseProxyUrl, proxiesNamed, proxyIn } from "../../src/decide/proxies.ts";
import { parseProxyId, proxyId } from "../../src/model/route.ts";
import { Secret } from "../../src/model/secret.ts";
import type { Setting } from "../../src/model/setting.ts";

describe("parseProxyUrl", () => {
  test.each([
    ["http://10.0.0.33:3128", "http://10.0.0.33:3128"],
    ["10.0.0.33:3128", "http://10.0.0.33:3128"],
    ["PROXY.corp:3128/", "http://proxy.corp:3128"],
    ["https://proxy.corp", "https://proxy.corp:443"],
    ["https://proxy.corp/", "https://proxy.corp:443"],
    ["proxy.corp", "http://proxy.corp:80"],
    ["socks5h://proxy.corp", "socks5h://proxy.corp:1080"],
    ["http://[fd00::33]:3128", "http://[fd00::33]:3128"],
    ["http://alice:pa:ss@proxy:3128", "http://alice@proxy:3128"],
    ["alice@corp:p/@ss@proxy:3128", "http://alice@corp@proxy:3128"],
    ["pac+http://wpad/proxy.pac", "pac+http://wpad/proxy.pac"],
    ["http://alice\r:s3cret@proxy:3128", "http://alice\r@proxy:3128"],
    ["http://al\u2028ice:s3cret@proxy:3128", "http://al\u2028ice@proxy:3128"],
  ])("%s is %s", (value, id) => {
    const endpoint = parseProxyUrl(value);
    expect(endpoint && proxyId(endpoint)).toBe(id);
    expect(endpoint && proxyId(parseProxyId(id))).toBe(id);
  });

  test.each([
    "",
    "http://",
    "http://:3128",
    "ftp://proxy:21",
    "http://proxy:0",
    "http://proxy:99999",
    "<proxy-ip:port>",
    '"http://p:1"',
    "http://p:1/path",
    "http://..:1",
    "http://-:1",
    "http://127.1:1",
    "http://[::g]:1",
    "htp//alice:s3cret@proxy",
    "pac+",
    "pac+foo",
    "pac+gopher://wpad/",
    "pac+http://alice:s3cret@wpad/proxy.pac",
    "pac+http://wpad/proxy.pac?token=s3cret",
  ])("%j names no proxy", (value) => expect(parseProxyUrl(value)).toBeUndefined());
});

describe("proxiesNamed", () => {
  const setting = (name: string, value: string, credentials?: Secret): Setting => ({
    name,
    value,
    exported: true,
    source: { kind: "environment" },
    ...(credentials === undefined ? {} : { credentials }),
  });

  test("every setting that names a proxy counts once, whoever reads it", () => {
    const settings = [
      setting("HTTP_PROXY", "http://10.0.0.33:3128"),
      setting("https_proxy", "10.0.0.33:3128"),
      setting("all_proxy", "socks5://10.0.0.34:1080"),
      setting("HttpProxy", "http://10.0.0.35:3128"),
      setting("no_proxy", "10.0.0.36:3128"),
    ];
    expect([...proxiesNamed([], settings, []).keys()]).toEqual([
      "http://10.0.0.33:3128",
      "socks5://10.0.0.34:1080",
      "http://10.0.0.35:3128",
    ]);
  });

  test("credentials go with the proxy that is named with them, and with no other", () => {
    const settings = [
      setting("http_proxy", "http://alice:***@10.0.0.33:3128", new Secret("alice:s3cret")),
      setting("https_proxy", "http://10.0.0.33:3128"),
    ];
    const proxies = proxiesNamed([], settings, []);
    expect(proxies.get("http://alice@10.0.0.33:3128")?.credentials?.reveal()).toBe("alice:s3cret");
    expect(proxies.get("http://10.0.0.33:3128")?.credentials).toBeUndefined();
  });

  test("of several passwords of one user, one that a component goes by is tried, whichever stands last", () => {
    const [one, other] = ["alice:old", "alice:new"].map((login) => new Secret(login));
    const settings = [
      setting("HTTP_PROXY", "http://alice:***1@10.0.0.33:3128", one),
      setting("https_proxy", "http://alice:***2@10.0.0.33:3128", other),
      setting("http_proxy", "http://alice:***1@10.0.0.33:3128", one),
    ];
    const id = "http://alice@10.0.0.33:3128";
    const decision = {
      component: "shell-commands",
      client: "curl",
      target: "s3/global",
      route: { kind: "proxy", proxy: id, mode: "tunnel" },
      because: [{ setting: "https_proxy", source: "environment", effect: "proxies" }],
    } as const;
    const tried = (decisions: Parameters<typeof proxiesNamed>[0]) =>
      proxiesNamed(decisions, settings, []).get(id)?.credentials?.reveal();
    expect(tried([decision])).toBe("alice:new");
    expect(tried([])).toBe("alice:old");
  });

  test("one that is asked for besides is measured too", () => {
    const besides = namedProxy("http://alice:s3cret@10.0.0.99:3128");
    const proxies = proxiesNamed([], [setting("http_proxy", "10.0.0.33:3128")], [besides]);
    expect([...proxies.keys()]).toEqual(["http://10.0.0.33:3128", "http://alice@10.0.0.99:3128"]);
    expect(proxies.get("http://alice@10.0.0.99:3128")?.credentials?.reveal()).toBe("alice:s3cret");
  });

  test("a proxy a component uses, by whatever reading, is measured too", () => {
    const decision = {
      component: "shell-commands",
      client: "curl",
      target: "s3/global",
      route: { kind: "proxy", proxy: "http://proxy.corp:1080", mode: "tunnel" },
      because: [],
    } as const;
    expect([...proxiesNamed([decision], [setting("https_proxy", "proxy.corp")], []).keys()]).toEqual([
      "http://proxy.corp:1080",
      "http://proxy.corp:80",
    ]);
  });
});

test("a proxy named on the command line keeps its password to itself", () => {
  const proxy = namedProxy("http://alice:s3cret@10.0.0.33:3128");
  expect(JSON.stringify(proxy)).not.toContain("s3cret");
  expect(proxy).toMatchObject({ id: "http://alice@10.0.0.33:3128", username: "alice" });
  expect(proxy.credentials?.reveal()).toBe("alice:s3cret");
});

test("a script named on the command line keeps what stands behind its path to itself", () => {
  expect(JSON.stringify(namedProxy("pac+http://wpad/a@b.pac#s3cret"))).not.toContain("s3cret");
});

test.each(["a -b", "a KEY=b", "a --env=b", "a b"])("its password may be %j", (password) => {
  const proxy = namedProxy(`http://alice:${password}@10.0.0.33:3128`);
  expect(proxy.id).toBe("http://alice@10.0.0.33:3128");
  expect(proxy.credentials?.reveal()).toBe(`alice:${password}`);
});

describe("proxyIn", () => {
  const endpointOf = (name: string, value: string) =>
    proxyIn({ name, value, exported: true, source: { kind: "environment" } });

  test.each([
    "https_proxy",
    "HttpProxy",
    "Acquire::http::Proxy",
    "acquire::https::a.example::proxy",
    "Acquire::http::Proxy::a.example",
    "--proxy",
    "http.proxy",
    "http.https://a.example/.proxy",
  ])("finds one in %s", (name) => expect(endpointOf(name, "http://p:1")?.host).toBe("p"));

  test.each([
    ["no_proxy", "http://p:1"],
    ["--noproxy", "p"],
    ["Acquire::http::Proxy::a.example", "DIRECT"],
    ["Acquire::http::Proxy-Auto-Detect", "p"],
  ])("finds none in %s with %s", (name, value) => expect(endpointOf(name, value)).toBeUndefined());
});
