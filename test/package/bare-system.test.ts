import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, released, run } from "./release.ts";

/** Old systems whose archives are still there: what of them is downloaded and unpacked, nothing of it is configured. */
const SYSTEMS = {
  // Ubuntu 16.04, on which many a Services machine runs.
  xenial: { archive: "http://archive.ubuntu.com/ubuntu", glibc: "glibc 2.23" },
  // The oldest that Debian's archive has.
  bullseye: { archive: await debiansArchive(), glibc: "glibc 2.31" },
} as const;

/** Ubuntu's keys, which Debian has no package of. */
const KEYS = "pool/main/u/ubuntu-keyring/ubuntu-keyring_2021.03.26_all.deb";
const SUM_OF_KEYS = "0d0e7ed6b112f5d03eabf3c7eb01ebdacf9c57714b279e90495cfc58c8c4520f";

const canMake = process.getuid?.() === 0 && existsSync("/usr/sbin/debootstrap");
const canReach = (suite: keyof typeof SYSTEMS) =>
  fetch(`${SYSTEMS[suite].archive}/dists/${suite}/Release`, {
    method: "HEAD",
    signal: AbortSignal.timeout(10_000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
const reached = {
  xenial: canMake && (await canReach("xenial")),
  bullseye: canMake && (await canReach("bullseye")),
};
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "bare-system-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("in a bare system without node (needs root, debootstrap, its archive)", () => {
  describe.runIf(reached.xenial)("of Ubuntu 16.04", () => {
    let root: string;
    beforeAll(async () => {
      root = await unpack("xenial", ["--keyring", await ubuntusKeys()]);
    });

    test("the executable for old systems does its work", () => works(root, "proxy-doctor-linux-x64-old"));

    test("the launcher starts that one", async () => {
      for (const name of ["proxy-doctor", "proxy-doctor-linux-x64-old"]) put(root, name);
      expect(await inside(root, "/root/proxy-doctor", ["--version"])).toMatchObject({ stdout: "0.1.0\n" });
    });

    test("the other says which glibc it needs, as README has it", async () => {
      put(root, "proxy-doctor-linux-x64");
      const { code, stderr } = await inside(root, "/root/proxy-doctor-linux-x64", ["--version"]);
      expect(code).not.toBe(0);
      expect(stderr).toContain("version `GLIBC_2.28' not found (required by");
    });

    test("the script says that it needs node", async () => {
      put(root, "proxy-doctor.cjs");
      const { code, stderr } = await inside(root, "/root/proxy-doctor.cjs", ["--version"]);
      expect(stderr).toContain("there is no node on the PATH");
      expect(code).toBe(2);
    });
  });

  describe.runIf(reached.bullseye)("of Debian 11", () => {
    test("the executable does its work", async () => {
      const root = await unpack("bullseye");
      await works(root, "proxy-doctor-linux-x64");
    });
  });
});

async function works(root: string, name: string): Promise<void> {
  const program = put(root, name);
  expect(await inside(root, program, ["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  const check = await inside(root, program, ["check", "--lab", "misrouted-metadata", "--format", "json"]);
  expect(check.stderr).toBe("");
  expect(check.code).toBe(1);
  expect(check.stdout).toContain('"misrouted-to-proxy"');
  const lint = await inside(root, program, ["lint", "--services", "10.0.1.238", "--role", "services"]);
  expect(lint).toMatchObject({ code: 0, stderr: "" });
}

async function unpack(suite: keyof typeof SYSTEMS, words: readonly string[] = []): Promise<string> {
  const root = join(scratch, suite);
  const { archive, glibc } = SYSTEMS[suite];
  const made = await run("debootstrap", [
    "--foreign",
    "--variant=minbase",
    "--include=libstdc++6",
    ...words,
    suite,
    root,
    archive,
  ]);
  expect(made.code, made.stdout.slice(-1000)).toBe(0);
  // Unpacked is only what a system cannot be without.
  const libraries = `for library in libgcc1 libstdc++6; do dpkg-deb -x "$0"/var/cache/apt/archives/$library*.deb "$0"; done`;
  if (suite === "xenial") await run("sh", ["-c", libraries, root]);
  // In a container it is a link, which would lead nowhere in there.
  rmSync(join(root, "proc"), { recursive: true });
  mkdirSync(join(root, "proc"));
  expect((await inside(root, "/usr/bin/getconf", ["GNU_LIBC_VERSION"])).stdout).toBe(`${glibc}\n`);
  return root;
}

/** The archive from which this machine installs; nothing where it is no Debian. */
async function debiansArchive(): Promise<string> {
  const words = ["indextargets", "--format", "$(REPO_URI)", "Label: Debian", "Created-By: Packages"];
  const { stdout } = await run("apt-get", words);
  return stdout.split("\n")[0]?.replace(/\/$/, "") ?? "";
}

async function ubuntusKeys(): Promise<string> {
  const file = join(scratch, "keys.deb");
  await run("curl", ["-sSfo", file, `${SYSTEMS.xenial.archive}/${KEYS}`]);
  expect((await run("sha256sum", [file])).stdout).toContain(SUM_OF_KEYS);
  await run("dpkg-deb", ["-x", file, join(scratch, "keys")]);
  const keys = join(scratch, "keys", "usr", "share", "keyrings", "ubuntu-archive-keyring.gpg");
  expect(readFileSync(keys).length).toBeGreaterThan(0);
  return keys;
}

function put(root: string, name: string): string {
  copyFileSync(released(name), join(root, "root", name));
  return `/root/${name}`;
}

/** Runs a program of a system in it, where /proc is as everywhere. */
function inside(root: string, program: string, words: readonly string[]): Promise<Ended> {
  const script = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"';
  return run("unshare", ["--mount", "--pid", "--fork", "sh", "-c", script, root, program, ...words]);
}
