import { expect, test } from "vitest";
import { dockerConfigJson } from "../../src/formats/docker-config-json.ts";
import { readFaults, readSettings } from "../../src/formats/index.ts";

const pairs = (text: string) => dockerConfigJson.read(text).map(({ name, value }) => [name, value]);

test.each<[string, string, [string, string][]]>([
  [
    "the default and a daemon's own",
    '{"proxies": {"default": {"httpProxy": "a", "noProxy": "b"}, "tcp://d.example.com:2376": {"allProxy": "c"}}}',
    [
      ["proxies.default.httpProxy", "a"],
      ["proxies.default.noProxy", "b"],
      ["proxies.tcp://d.example.com:2376.allProxy", "c"],
    ],
  ],
  [
    "a key in other letters",
    '{"proxies": {"default": {"HTTPSproxy": "a"}}}',
    [["proxies.default.httpsProxy", "a"]],
  ],
  [
    "the last of two that differ in letters only",
    '{"proxies": {"default": {"ftpProxy": "a", "FTPPROXY": "b"}}}',
    [["proxies.default.ftpProxy", "b"]],
  ],
  ["no keys of the daemon's file", '{"proxies": {"default": {"http-proxy": "a"}, "httpProxy": "b"}}', []],
])("reads %s", (_, text, expected) => {
  expect(pairs(text)).toEqual(expected);
});

test.each<[string, string, string, string]>([
  [
    "the default, beside logins",
    '{\n\t"auths": {\n\t\t"r": {}\n\t}\n}',
    "proxies.default.httpProxy",
    '{\n\t"proxies": {\n\t\t"default": {\n\t\t\t"httpProxy": "x"\n\t\t}\n\t},\n\t"auths": {\n\t\t"r": {}\n\t}\n}',
  ],
  [
    "a daemon's own, beside the default",
    '{"proxies": {"default": {"httpProxy": "a"}}}',
    "proxies.tcp://d.example.com:1.httpProxy",
    '{"proxies": {"tcp://d.example.com:1": {"httpProxy": "x"}, "default": {"httpProxy": "a"}}}',
  ],
  ["nothing without a daemon", "{}", "proxies.httpProxy", "{}"],
])("inserts %s", (_, text, name, expected) => {
  expect(dockerConfigJson.insert(text, 0, name, "x")).toBe(expected);
});

test.each([
  '{"auths": {"r": {"auth": "Zq7x", "password": "Zq8x"}}, "proxies": {"default": {"httpProxy": "http://u:Zq9x@p:1"}}}',
  '{"auths": {"r": {"auth": "Zq7x" "password": "Zq8x"}}, "proxies": {"default": {"httpProxy": "http://u:Zq9x@p:1"}}}',
  '{"proxies": {"default": {"httpProxy":\n"http://u:Zq9x@p:1"}}, "auths": {"r": {"auth": "Zq7x\n',
])("no login is ever shown", (text) => {
  const file = { path: "/root/.docker/config.json", loader: "docker-config-json", text } as const;
  const [setting] = readSettings(file);
  expect(setting?.name).toBe("proxies.default.httpProxy");
  expect(setting?.credentials?.reveal()).toBe("u:Zq9x");
  expect(JSON.stringify([readSettings(file), readFaults(file)])).not.toMatch(/Zq/);
});

test.each<[string, string, number[]]>([
  ["no daemon about them", '{"proxies": {\n"httpProxy": "x"}}', [2]],
  ["no proxies about them", '{"httpProxy": "x"}', [1]],
  ["the keys of the daemon", '{"proxies": {"default": {"http-proxy": "x"}}}', [1]],
  ["what is right", '{"proxies": {"default": {"httpProxy": "x", "NOPROXY": "y"}}}', []],
  ["other keys", '{"auths": {"proxy": {"auth": "x"}}, "HttpHeaders": {"httpProxy": "x"}}', []],
])("keys that the Docker command does not take: %s", (_, text, lines) => {
  expect(dockerConfigJson.faults?.(text)).toEqual(
    lines.map((line) => ({ kind: "syntax-error", line, reason: "unknown-key" })),
  );
});

test("a login within a daemon's address is masked, and the setting can be edited by that name, but not written anew", () => {
  const text = '{"proxies": {"tcp://u:Zq7x@h:2375": {"httpProxy": "a"}}}';
  const name = "proxies.tcp://u:***@h:2375.httpProxy";
  expect(dockerConfigJson.read(text)).toMatchObject([{ name, value: "a" }]);
  expect(dockerConfigJson.replace(text, 1, name, "b")).toBe(text.replace('"a"', '"b"'));
  expect(dockerConfigJson.insert("{}", 0, name, "b")).toBe("{}");
});
