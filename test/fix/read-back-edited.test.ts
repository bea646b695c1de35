import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { applyPatch, settingsIn } from "../../src/fix/workspace.ts";
import type { Patch } from "../../src/model/fix.ts";
import { keepMarkers } from "../../src/model/mark.ts";
import type { Loader } from "../../src/model/setting.ts";
import { ALL_KEPT, kept } from "./kept-lines.ts";

const scratch = mkdtempSync(join(tmpdir(), "read-back-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const PROXY = "http://10.0.0.33:3128";

/** A file of a kind that no scenario's fix changes, and a patch of it. */
type Edited = {
  readonly path: string;
  readonly loader: Loader;
  readonly text: string;
  readonly patch: Omit<Patch, "file">;
};

const JSON_FILES: readonly Edited[] = [
  {
    path: "/etc/docker/daemon.json",
    loader: "docker-daemon-json",
    text: `{\n\t"proxies": {\n\t\t"http-proxy": "10.0.0.33",\n\t\t"no-proxy": "localhost"\n\t},\n\t"debug": true\n}\n`,
    patch: { op: "set", line: 3, name: "proxies.http-proxy", value: PROXY },
  },
  {
    path: "/etc/docker/daemon.json",
    loader: "docker-daemon-json",
    text: `{"proxies": {"no-proxy": "localhost"}, "debug": true}`,
    patch: { op: "add-entry", line: 1, name: "proxies.no-proxy", value: "10.0.1.238" },
  },
  {
    path: "/root/.docker/config.json",
    loader: "docker-config-json",
    text: `{\r\n  "auths": {},\r\n  "proxies": {"default": {"noProxy": "localhost,a"}}\r\n}\r\n`,
    patch: { op: "remove-entry", line: 3, name: "proxies.default.noProxy", value: "a" },
  },
  {
    path: "/etc/replicated.conf",
    loader: "replicated-conf",
    text: `{\n  "HttpProxy": "10.0.0.33:3128",\n  "BypassPreflightChecks": true\n}\n`,
    patch: { op: "set", line: 2, name: "HttpProxy", value: PROXY },
  },
];

/** The file's text with its patch, and what our reader finds in it. */
function patched({ path, loader, text, patch }: Edited) {
  const before = { mark: keepMarkers, environment: [], processes: [], files: [{ path, loader, text }] };
  const after = applyPatch(before, { ...patch, file: path });
  return { now: after.files[0]?.text ?? "", settings: settingsIn(after) };
}

/** What stands at a path of names, joined with dots. */
function memberOf(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((within, name) => Object(within)[name], document);
}

test.each(JSON_FILES)("strict JSON: $patch.op of $patch.name leaves all else", (edited) => {
  const { text, patch } = edited;
  const { now, settings } = patched(edited);
  const strict: unknown = JSON.parse(now);
  expect(now).not.toBe(text);
  expect(kept(text, now, patch)).toEqual(ALL_KEPT);
  for (const { name, value } of settings) expect(memberOf(strict, name)).toBe(value);
  const names = (document: unknown) =>
    JSON.stringify(document, (_, value) => (Object(value) === value ? value : typeof value));
  expect(names(strict)).toBe(names(JSON.parse(text)));
});

const APT_FILES: readonly Edited[] = [
  {
    path: "/etc/apt/apt.conf.d/95proxy",
    loader: "apt-conf",
    text: `// ours\nAcquire::http::Proxy "10.0.0.33:3128"; # once\nAcquire::https::Proxy "${PROXY}";\n`,
    patch: { op: "set", line: 2, name: "Acquire::http::Proxy", value: PROXY },
  },
  {
    path: "/etc/apt/apt.conf",
    loader: "apt-conf",
    text: `Acquire {\n  http { Proxy "${PROXY}"; };\n  Retries "3";\n};\n`,
    patch: { op: "set", line: 2, name: "Acquire::http::Proxy::ghe.example.com", value: "DIRECT" },
  },
];
const hasApt = spawnSync("apt-config", ["--version"]).status === 0;

describe.skipIf(!hasApt)(`apt-config${hasApt ? "" : " (skipped: not installed)"}`, () => {
  test.each(APT_FILES)("reads $path after $patch.op of $patch.name", (edited) => {
    const { now, settings } = patched(edited);
    expect(now).not.toBe(edited.text);
    const path = join(scratch, basename(edited.path));
    writeFileSync(path, now);
    const { stdout, stderr } = spawnSync("apt-config", ["dump"], {
      env: { PATH: process.env["PATH"] ?? "", APT_CONFIG: path },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(settings.find(({ name }) => name === edited.patch.name)?.value).toBe(edited.patch.value);
    for (const { name, value } of settings) expect(stdout.split("\n")).toContain(`${name} "${value}";`);
  });
});
