import { describe, expect, test } from "vitest";
import { followingsOf, isOneEachScheme } from "../../src/diagnose/proxies-by-address.ts";
import type { Setting } from "../../src/model/setting.ts";

function setting(name: string, value: string, line = 1): Setting {
  const source = { kind: "file", path: "/etc/environment", line, loader: "pam-env" } as const;
  return { name, value, exported: true, source };
}

const told = (settings: readonly Setting[]) =>
  followingsOf(settings).map(({ address, settings: those }) => [address, those.map(({ name }) => name)]);

describe("the proxies of a machine", () => {
  test("are told apart by host and port, the one that is named most often first", () => {
    expect(
      told([
        setting("HTTP_PROXY", "http://10.0.0.34:3128"),
        setting("HTTPS_PROXY", "https://u:***@10.0.0.33:3128"),
        setting("JVM_OPTS", "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128"),
      ]),
    ).toEqual([
      ["10.0.0.33:3128", ["HTTPS_PROXY", "JVM_OPTS"]],
      ["10.0.0.34:3128", ["HTTP_PROXY"]],
    ]);
  });

  test("count once in a file that two grammars read, and not in a line that is not taken", () => {
    const read = setting("HTTP_PROXY", "http://10.0.0.33:3128");
    const again: Setting = {
      ...read,
      source: { kind: "file", path: "/etc/environment", line: 1, loader: "shell" },
    };
    const flawed: Setting = { ...setting("HTTPS_PROXY", "http://10.0.0.34:3128", 2), flaw: "syntax-error" };
    expect(told([read, again, flawed])).toEqual([["10.0.0.33:3128", ["HTTP_PROXY"]]]);
  });

  test.each(["DIRECT", "false", "none"])("are not a word for none: %s", (none) => {
    const settings = [
      setting("Acquire::http::Proxy", "http://10.0.0.33:3128/"),
      setting("Acquire::https::Proxy", none),
    ];
    expect(told(settings)).toEqual([["10.0.0.33:3128", ["Acquire::http::Proxy"]]]);
  });

  test("are the same where the port is missing in some places", () => {
    const settings = [
      setting("HTTP_PROXY", "http://10.0.0.33:3128"),
      setting("HTTPS_PROXY", "http://10.0.0.33"),
    ];
    expect(told(settings)).toEqual([["10.0.0.33:3128", ["HTTP_PROXY"]]]);
  });
});

test("one proxy for each scheme is on purpose, where more than one setting says so", () => {
  const [http, https] = ["http://10.0.0.33:3128", "http://10.0.0.34:3128"];
  const once = [setting("HTTP_PROXY", http), setting("HTTPS_PROXY", https)];
  expect(isOneEachScheme(once)).toBe(false);
  const twice = [...once, setting("http_proxy", http), setting("https_proxy", https)];
  expect(isOneEachScheme(twice)).toBe(true);
  expect(isOneEachScheme([...twice, setting("HttpProxy", http)])).toBe(false);
});
