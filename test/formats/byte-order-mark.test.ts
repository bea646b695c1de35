import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dockerDaemonJson } from "../../src/formats/docker-daemon-json.ts";
import { readFaults, readSettings } from "../../src/formats/index.ts";
import type { Loader } from "../../src/model/setting.ts";

const MARK = "\uFEFF";
const told = (loader: Loader, text: string) =>
  readFaults({ path: "/etc/x", loader, text: `${MARK}${text}` }).map(
    ({ line, kind, reason }) => `${line} ${reason ?? kind}`,
  );

const COSTLY: readonly [Loader, string][] = [
  ["pam-env", "HTTP_PROXY=http://a:1\nHTTPS_PROXY=http://a:1\n"],
  ["shell", "export HTTP_PROXY=http://a:1\n"],
  ["shell", "HTTP_PROXY=http://a:1\n"],
  ["env-file", "HTTP_PROXY=http://a:1\n"],
  ["docker-options", 'REPLICATED_OPTS="-e HTTP_PROXY=http://a:1"\n'],
  ["apt-conf", 'Acquire::http::Proxy "http://a:1";\n'],
  ["apt-conf", 'Acquire { http { Proxy "http://a:1"; }; };\n'],
  ["apt-conf", '// by hand\nAcquire::http::Proxy "http://a:1";\n'],
  ["curlrc", 'proxy = "http://a:1"\n'],
  ["wgetrc", "http_proxy = http://a:1\n"],
  ["sudoers", 'Defaults env_keep += "http_proxy"\n'],
  ["docker-config-json", '{"proxies": {"default": {"httpProxy": "http://a:1"}}}\n'],
  ["replicated-conf", '{"HttpProxy": "http://a:1"}\n'],
];

test.each(COSTLY)("a mark that costs %s a setting: %j", (loader, text) => {
  expect(told(loader, text)).toEqual(["1 byte-order-mark"]);
});

test.each<[Loader, string]>([
  ["systemd", "[Service]\nEnvironment=HTTP_PROXY=http://a:1\n"],
  ["git-config", "[http]\nproxy = http://a:1\n"],
  ["docker-daemon-json", '{"proxies": {"http-proxy": "http://a:1"}}\n'],
])("%s takes it off", (loader, text) => {
  expect(told(loader, text)).toEqual([]);
  expect(readSettings({ path: "/etc/x", loader, text: `${MARK}${text}` })).toHaveLength(1);
});

test.each<[Loader, string]>([
  ["shell", "# by hand\nHTTP_PROXY=http://a:1\n"],
  ["pam-env", "PATH=/bin\nHTTP_PROXY=http://a:1\n"],
  ["curlrc", "silent\nproxy = http://a:1\n"],
  ["apt-conf", 'APT::Get::Assume-Yes "true";\n'],
])("a mark costs %s no setting about proxies: %j", (loader, text) => {
  expect(told(loader, text)).toEqual([]);
});

test("an edit of daemon.json leaves the mark where it is", () => {
  const text = `${MARK}{"proxies": {"http-proxy": "a"}}`;
  expect(dockerDaemonJson.replace(text, 1, "proxies.http-proxy", "b")).toBe(
    `${MARK}{"proxies": {"http-proxy": "b"}}`,
  );
  expect(dockerDaemonJson.insert(text, 1, "proxies.no-proxy", "b")).toBe(
    `${MARK}{"proxies": {"no-proxy": "b", "http-proxy": "a"}}`,
  );
  expect(dockerDaemonJson.insert(MARK, 1, "proxies.no-proxy", "b")).toBe(MARK);
});

const folder = mkdtempSync(join(tmpdir(), "byte-order-mark-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "settings");

/** What a program says that was given the file; where it is not installed, nothing. */
function said(text: string, [program = "", ...args]: readonly string[]): string | undefined {
  writeFileSync(file, `${MARK}${text}`);
  const env = { ...process.env, APT_CONFIG: file, LC_ALL: "C" };
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env });
  return error === undefined ? `${stdout}${stderr}` : undefined;
}

test.each<[string, string, readonly string[], RegExp]>([
  ["bash", "export HTTP_PROXY=http://a:1\n", ["bash", file], /export'?: command not found/],
  ["apt", 'Acquire::http::Proxy "http://a:1";\n', ["apt-config", "dump"], /%ef%bb%bfAcquire::http::Proxy/],
  [
    "curl",
    'proxy = "http://a:1"\n',
    ["curl", "-K", file, "file:///dev/null"],
    /proxy' is\s+(?:Warning: )?unknown/,
  ],
  ["git", "[http]\nproxy = http://a:1\n", ["git", "config", "-f", file, "http.proxy"], /^http:\/\/a:1$/m],
])("%s itself reads it so", (_, text, command, says) => {
  expect(said(text, command) ?? "not installed").toMatch(new RegExp(`${says.source}|^not installed$`, "m"));
});
