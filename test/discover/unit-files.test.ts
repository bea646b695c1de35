import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileSystem } from "../../src/discover/file-system.ts";
import { openReader } from "../../src/discover/reader.ts";
import { dropInsOf } from "../../src/discover/unit-files.ts";
import { fakeMachine } from "./fake-machine.ts";

const UNIT = "replicated-ui.service";
const ETC = "/etc/systemd/system";
const USR = "/usr/lib/systemd/system";

/** Drop-ins that are read, in order, and others that are hidden or have no fitting name. */
const READ = [
  `${USR}/${UNIT}.d/10-own-over-all.conf`,
  `${ETC}/replicated-.service.d/50-first-directory.conf`,
  `/usr/local/lib/systemd/system/${UNIT}.d/60-own-over-prefix.conf`,
  `/lib/systemd/system/${UNIT}.d/75-last-directory.conf`,
  `${ETC}/${UNIT}.d/90~.conf`,
  `${ETC}/service.d/99-all.conf`,
];
const MASK = `${ETC}/${UNIT}.d/70-masked.conf`;
const HIDDEN = [
  `${ETC}/service.d/10-own-over-all.conf`,
  `${USR}/${UNIT}.d/50-first-directory.conf`,
  `${USR}/replicated-.service.d/60-own-over-prefix.conf`,
  `/run/systemd/system/${UNIT}.d/70-masked.conf`,
  `${USR}/service.d/99-all.conf`,
];
const NO_DROP_INS = [
  `${ETC}/${UNIT}.d/README`,
  `${ETC}/${UNIT}.d/.hidden.conf`,
  `${ETC}/${UNIT}.d/91.conf~`,
  `${ETC}/replicated-uix.service.d/92.conf`,
  `${ETC}/replicated.service.d/93.conf`,
];
const FRAGMENT = `${USR}/${UNIT}`;

const root = mkdtempSync(join(tmpdir(), "units-"));
beforeAll(() => {
  for (const path of [FRAGMENT, ...READ, ...HIDDEN, ...NO_DROP_INS]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    // systemd complains of each file that it reads.
    writeFileSync(join(root, path), "[Service]\nUnheard=of\n");
  }
  symlinkSync("/dev/null", join(root, MASK));
});
afterAll(() => rmSync(root, { recursive: true }));

test("the order of names; what wins hides what it shares a name with", async () => {
  const { list } = openReader({ ...fakeMachine({}), ...fileSystem(root) });
  const read = await dropInsOf(UNIT, list);
  expect(read.filter((path) => path !== MASK)).toEqual(READ);
  expect(read).toContain(MASK);
});

test("where one directory is a link to the other, each drop-in is read once", async () => {
  const merged = mkdtempSync(join(tmpdir(), "merged-"));
  try {
    mkdirSync(join(merged, `${USR}/docker.service.d`), { recursive: true });
    writeFileSync(join(merged, `${USR}/docker.service.d/a.conf`), "");
    symlinkSync("usr/lib", join(merged, "lib"));
    const { list } = openReader({ ...fakeMachine({}), ...fileSystem(merged) });
    expect(await dropInsOf("docker.service", list)).toEqual([`${USR}/docker.service.d/a.conf`]);
  } finally {
    rmSync(merged, { recursive: true });
  }
});

const isInstalled = spawnSync("systemd-analyze", ["--version"]).status === 0;
describe.skipIf(!isInstalled)("systemd itself", () => {
  test("reads the same drop-ins in the same order", () => {
    const { stderr } = spawnSync("systemd-analyze", ["verify", `--root=${root}`, UNIT], { encoding: "utf8" });
    const complaints = [...stderr.matchAll(/^(\/.*):2: Unknown key.*'Unheard'/gm)];
    const paths = complaints.map(([, path = ""]) => path.slice(root.length));
    expect(paths.filter((path) => path !== FRAGMENT)).toEqual(READ);
  });
});
