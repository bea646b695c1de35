import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keystoreLists } from "../../src/discover/keytool.ts";
import { certificatesIn } from "../../src/discover/trust-stores/certificates-in.ts";
import { createAuthority } from "../../src/lab/certificate-authority.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keystores-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function install(script: string): void {
  writeFileSync(join(folder, "keytool"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, "keytool"), 0o755);
  vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
}

function keystore(name = "cacerts"): string {
  writeFileSync(join(folder, name), "");
  return join(folder, name);
}

const hasKeytool = spawnSync("keytool", ["-help"], { stdio: "ignore" }).error === undefined;

describe.skipIf(!hasKeytool)("the real keytool, where it is installed", () => {
  test("lists a keystore's authorities", async () => {
    const { certificate } = await createAuthority("Ours");
    const [path, pem] = [join(folder, "trust.jks"), join(folder, "ours.pem")];
    writeFileSync(pem, certificate);
    const words = `-importcert -noprompt -alias ours -file ${pem} -keystore ${path} -storepass changeit`;
    expect(spawnSync("keytool", words.split(" ")).status).toBe(0);
    const list = await keystoreLists()(path);
    expect(list.kind === "text" && certificatesIn(list.text).map(bodyOf)).toEqual([bodyOf(certificate)]);
  });

  test("cannot list what is no keystore", async () => {
    expect(await keystoreLists()(keystore())).toEqual({
      kind: "unreadable",
      reason: "keytool cannot read it with the usual password",
    });
  });
});

function bodyOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, "");
}

test("without keytool no keystore is read", async () => {
  vi.stubEnv("PATH", folder);
  const list = keystoreLists();
  expect(await list(keystore())).toMatchObject({
    kind: "unreadable",
    reason: expect.stringMatching(/no keytool/),
  });
  expect(await list(join(folder, "nothing"))).toEqual({ kind: "absent" });
});

test("a keystore that takes too long is not waited for, and one that several links lead to is listed once", async () => {
  const count = join(folder, "count");
  install(`echo asked >> ${count}; exec sleep 30`);
  const path = keystore();
  symlinkSync(path, join(folder, "link"));
  const list = keystoreLists();
  const begun = performance.now();
  const [one, other] = await Promise.all([list(path), list(join(folder, "link"))]);
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(one).toMatchObject({ kind: "unreadable", reason: expect.stringMatching(/too long/) });
  expect(other).toBe(one);
  expect(spawnSync("cat", [count]).stdout.toString()).toBe("asked\n");
});

test("a list without end is not taken whole", async () => {
  install("exec yes certificate");
  expect((await keystoreLists()(keystore())).kind).toBe("unreadable");
});

test("only so many keystores are listed", async () => {
  install("echo listed");
  const list = keystoreLists();
  const lists = await Promise.all([...Array(12).keys()].map((each) => list(keystore(`store${each}`))));
  expect(lists.filter(({ kind }) => kind === "text")).toHaveLength(8);
});
