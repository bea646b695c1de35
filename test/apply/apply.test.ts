import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { apply } from "../../src/apply/apply.ts";
import { oneAtATime } from "../../src/apply/one-at-a-time.ts";

const STAMP = "20261124T204500Z";
let directory = "";
let path = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "apply-"));
  path = join(directory, "environment");
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
});

const names = () => readdirSync(directory).sort();

test("a file has its new text, and the old one stays beside it", async () => {
  writeFileSync(path, "old\n");
  chmodSync(path, 0o640);
  expect(await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP)).toEqual([
    { kind: "written", path, file: path, backup: `${path}.${STAMP}.bak` },
  ]);
  expect(readFileSync(path, "utf8")).toBe("new\n");
  expect(readFileSync(`${path}.${STAMP}.bak`, "utf8")).toBe("old\n");
  expect(statSync(path).mode & 0o7777).toBe(0o640);
  expect(statSync(`${path}.${STAMP}.bak`).mode & 0o7777).toBe(0o640);
  expect(names()).toEqual(["environment", `environment.${STAMP}.bak`]);
});

test("the second time nothing is done", async () => {
  writeFileSync(path, "new\n");
  expect(await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP)).toEqual([
    { kind: "unchanged", path },
  ]);
  expect(names()).toEqual(["environment"]);
});

const LOST = "a symbolic link leads to what is not below the directory";

test.each([
  ["is there", { before: "old\n" }],
  ["is to be made", {}],
])("a file that %s by a link out of the root is left alone", async (_, change: { before?: string }) => {
  const root = join(directory, "image");
  const outside = join(directory, "outside");
  mkdirSync(root);
  mkdirSync(outside);
  if (change.before !== undefined) writeFileSync(join(outside, "environment"), change.before);
  symlinkSync(outside, join(root, "etc"));
  const outcomes = await apply(root, [{ path: "/etc/environment", ...change, after: "new\n" }], STAMP);
  expect(outcomes).toMatchObject([{ kind: "refused", why: LOST }]);
  expect(readdirSync(outside).map((name) => readFileSync(join(outside, name), "utf8"))).toEqual(
    Object.values(change),
  );
});

describe("below a root, where a link begins at `/` and leads on within it,", () => {
  let image = "";
  beforeEach(() => {
    image = join(directory, "image");
    mkdirSync(join(image, "usr/conf"), { recursive: true });
    mkdirSync(join(directory, "usr/conf"), { recursive: true });
    symlinkSync("/usr/conf", join(image, "etc"));
  });

  test("the file there is written, and the link stays", async () => {
    const real = join(image, "usr/conf/environment");
    writeFileSync(real, "old\n");
    symlinkSync("/usr/conf/environment", join(image, "usr/conf/link"));
    const outcomes = await apply(image, [{ path: "/etc/link", before: "old\n", after: "new\n" }], STAMP);
    const backup = `${real}.${STAMP}.bak`;
    expect(outcomes).toEqual([{ kind: "written", path: join(image, "etc/link"), file: real, backup }]);
    expect(readFileSync(real, "utf8")).toBe("new\n");
    expect(readlinkSync(join(image, "usr/conf/link"))).toBe("/usr/conf/environment");
  });

  test("a file is made there, with its directories", async () => {
    const path = "/etc/docker.service.d/proxy.conf";
    expect(await apply(image, [{ path, after: "new\n" }], STAMP)).toEqual([
      { kind: "made", path: join(image, path) },
    ]);
    expect(readFileSync(join(image, "usr/conf/docker.service.d/proxy.conf"), "utf8")).toBe("new\n");
  });

  test.each(["/nowhere", "../usr/conf", "/usr/conf/up/../../../../usr"])(
    "none is made behind a link to %s, where there is nothing in the image",
    async (target) => {
      rmSync(join(image, "etc"));
      symlinkSync(target, join(image, "etc"));
      rmSync(join(image, "usr"), { recursive: true });
      const outcomes = await apply(image, [{ path: "/etc/a/environment", after: "new\n" }], STAMP);
      expect(outcomes).toMatchObject([{ kind: "refused", why: LOST }]);
      expect(readdirSync(image)).toEqual(["etc"]);
      expect(readdirSync(join(directory, "usr/conf"))).toEqual([]);
    },
  );
});

test("a file that changed since it was read is left alone, and so are the others", async () => {
  const other = join(directory, "other");
  writeFileSync(path, "theirs\n");
  writeFileSync(other, "old\n");
  const outcomes = await apply(
    "/",
    [
      { path: other, before: "old\n", after: "new\n" },
      { path, before: "old\n", after: "new\n" },
    ],
    STAMP,
  );
  expect(outcomes).toEqual([{ kind: "refused", path, why: "it has changed since it was read" }]);
  expect(readFileSync(other, "utf8")).toBe("old\n");
  expect(names()).toEqual(["environment", "other"]);
});

test("a link goes on leading to the file that is changed", async () => {
  const real = join(directory, "real");
  writeFileSync(real, "old\n");
  symlinkSync("real", path);
  expect(await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP)).toEqual([
    { kind: "written", path, file: real, backup: `${real}.${STAMP}.bak` },
  ]);
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
  expect(readlinkSync(path)).toBe("real");
  expect(readFileSync(real, "utf8")).toBe("new\n");
});

test("a file is made, with the directories that lead to it", async () => {
  const made = join(directory, "docker.service.d", "http-proxy.conf");
  expect(await apply("/", [{ path: made, after: "[Service]\n" }], STAMP)).toEqual([
    { kind: "made", path: made },
  ]);
  expect(readFileSync(made, "utf8")).toBe("[Service]\n");
  expect(statSync(made).mode & 0o777).toBe(0o644);
  expect(readdirSync(join(directory, "docker.service.d"))).toEqual(["http-proxy.conf"]);
});

test("what others can no longer read in a file, they cannot read in its backup", async () => {
  writeFileSync(path, "old\n");
  chmodSync(path, 0o644);
  const backup = `${path}.${STAMP}.bak`;
  expect(await apply("/", [{ path, before: "old\n", after: "new\n", losesLogin: true }], STAMP)).toEqual([
    { kind: "written", path, file: path, backup, isBackupClosed: true },
  ]);
  expect(statSync(path).mode & 0o777).toBe(0o644);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  expect(readFileSync(backup, "utf8")).toBe("old\n");
});

test("a file that is made with a login in it is for its owner alone", async () => {
  const made = join(directory, "http-proxy.conf");
  await apply("/", [{ path: made, after: "[Service]\n", holdsLogin: true }], STAMP);
  expect(statSync(made).mode & 0o777).toBe(0o600);
});

test("a file that is to be made does not take the place of one that is there", async () => {
  writeFileSync(path, "theirs\n");
  expect(await apply("/", [{ path, after: "ours\n" }], STAMP)).toMatchObject([{ kind: "refused" }]);
  expect(readFileSync(path, "utf8")).toBe("theirs\n");
  expect(names()).toEqual(["environment"]);
});

test("what is no file is refused", async () => {
  mkdirSync(path);
  expect(await apply("/", [{ path, before: "", after: "new\n" }], STAMP)).toMatchObject([
    { kind: "refused" },
  ]);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be written is refused by name", async () => {
  writeFileSync(path, "old\n");
  chmodSync(path, 0o444);
  expect(await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP)).toEqual([
    { kind: "refused", path, why: "this user may not write there" },
  ]);
});

test.skipIf(process.getuid?.() !== 0)("the owner stays the owner (needs root)", async () => {
  writeFileSync(path, "old\n");
  execFileSync("chown", ["12345:54321", path]);
  await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP);
  expect(statSync(path)).toMatchObject({ uid: 12345, gid: 54321 });
  expect(statSync(`${path}.${STAMP}.bak`)).toMatchObject({ uid: 12345, gid: 54321 });
});

test("a second name of the file keeps the old text, as a backup does", async () => {
  writeFileSync(path, "old\n");
  const second = join(directory, "second");
  linkSync(path, second);
  await apply("/", [{ path, before: "old\n", after: "new\n" }], STAMP);
  expect(readFileSync(second, "utf8")).toBe("old\n");
});

describe.skipIf(process.platform !== "linux")("two at once", () => {
  test("the second waits, and then is told", async () => {
    let release = () => {};
    const first = oneAtATime(directory, () => new Promise<void>((resolve) => (release = resolve)));
    await expect.poll(() => release.toString()).not.toBe("() => {}");
    expect(await oneAtATime(directory, async () => "worked", 100)).toBeUndefined();
    release();
    await first;
    expect(await oneAtATime(directory, async () => "worked", 100)).toBe("worked");
  });
});

describe("a process that writes", () => {
  let build = "";
  let program = "";
  const running: ChildProcess[] = [];

  beforeAll(() => {
    build = mkdtempSync(join(tmpdir(), "writer-"));
    program = join(build, "writer.mjs");
    buildSync({
      entryPoints: [join(import.meta.dirname, "writer.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: program,
    });
  });
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(build, { recursive: true, force: true });
  });

  async function started(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [program, path, "a", "b"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(child);
    if (child.stdout !== null) await once(child.stdout, "data");
    child.stdout?.resume();
    return child;
  }

  const SIZE = 200_000;
  const isWhole = (text: string) => text === "a".repeat(SIZE) || text === "b".repeat(SIZE);

  test("leaves the old text or the new one, killed at any moment", { timeout: 120_000 }, async () => {
    writeFileSync(path, "a".repeat(SIZE));
    for (let kill = 0; kill < 200; kill++) {
      const child = await started();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      child.kill("SIGKILL");
      await once(child, "exit");
      for (const name of names()) {
        const whole = isWhole(readFileSync(join(directory, name), "utf8"));
        if (name.endsWith(".proxy-doctor-new")) continue;
        expect(whole, `${name} after ${kill} kills`).toBe(true);
        if (name.endsWith(".bak")) rmSync(join(directory, name));
      }
    }
    const [outcome] =
      (await apply("/", [{ path, before: readFileSync(path, "utf8"), after: "c" }], STAMP)) ?? [];
    expect(outcome?.kind).toBe("written");
    expect(names()).toEqual(["environment", `environment.${STAMP}.bak`]);
  });

  test("beside another that does: neither loses the other's text", { timeout: 60_000 }, async () => {
    writeFileSync(path, "a".repeat(SIZE));
    const two = [0, 1].map(
      () =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [program, path, "a", "b", "40"]);
          running.push(child);
          let said = "";
          child.stdout.on("data", (chunk) => {
            said += chunk;
          });
          child.once("exit", () => resolve(said));
        }),
    );
    const said = (await Promise.all(two)).join("");
    const written = said.match(/"written"/g)?.length ?? 0;
    const refused = said.match(/it has changed since it was read/g)?.length ?? 0;
    expect(written + refused + (said.match(/"unchanged"/g)?.length ?? 0)).toBe(80);
    // Every text that was written was the other one's in turn: an even number of changes leads back.
    expect(readFileSync(path, "utf8")).toBe((written % 2 === 0 ? "a" : "b").repeat(SIZE));
  });

  const canMount =
    process.platform === "linux" && spawnSync("unshare", ["-rm", "true"], { stdio: "ignore" }).status === 0;
  test.skipIf(!canMount)("on a full disk it leaves the old text (needs a mount namespace)", () => {
    const script = `mount -t tmpfs -o size=256k none "$1" && head -c ${SIZE} /dev/zero | tr '\\0' a >"$1/f" && node "$2" "$1/f" a b 1; head -c 1 "$1/f"; wc -c <"$1/f"; ls -A "$1"`;
    const { stdout } = spawnSync("unshare", ["-rm", "sh", "-c", script, "sh", directory, program], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${join(process.execPath, "..")}:${process.env["PATH"]}` },
    });
    expect(stdout).toContain("the disk is full");
    expect(stdout).toMatch(new RegExp(`a${SIZE}\\s+f\\n$`));
    expect(existsSync(join(directory, "f"))).toBe(false);
  });
});
