import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { programVersions } from "../../src/discover/program-versions.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "programs-"));
  vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function install(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

test("programs tell their versions; docker the Go that it is built with", async () => {
  install("curl", "echo 'curl 7.81.0 (x86_64-pc-linux-gnu) libcurl/7.81.0'");
  install("docker", "echo go1.19.8; echo 'Cannot connect to the Docker daemon' >&2; exit 1");
  expect(await programVersions(["curl", "docker"])).toEqual({ curl: "7.81.0", docker: "1.19.8" });
});

test("what is missing, prints something else or takes too long has no version", async () => {
  install("curl", "echo hello");
  install("docker", "exec sleep 30");
  install("git", "exit 1");
  vi.stubEnv("PATH", `${folder}:/bin`);
  expect(await programVersions(["curl", "docker", "git"])).toEqual({});
});
