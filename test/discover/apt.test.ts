import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apt } from "../../src/discover/apt.ts";
import { filesAt, readSource } from "./read-source.ts";

const NAMES = [
  "95proxy",
  "10a",
  "20b.conf",
  "20b.c.conf",
  "30c.bak",
  "40d.conf.dpkg-old",
  "50e~",
  "60f:g",
  "70 h",
  ".80h",
  ".conf",
  "90i.",
  "B_1",
  "a-1",
  "é",
];
const READ = ["10a", "20b.c.conf", "20b.conf", "60f:g", "95proxy", "B_1", "a-1"];

test("parts in the order of their names, by apt's rule for these, then the file that wins", async () => {
  const parts = NAMES.map((name) => `/etc/apt/apt.conf.d/${name}`);
  expect(await readSource(apt, filesAt("/etc/apt/apt.conf", ...parts))).toEqual(
    [...READ.map((name) => `/etc/apt/apt.conf.d/${name}`), "/etc/apt/apt.conf"].map(
      (path) => `${path} apt-conf`,
    ),
  );
});

describe.skipIf(spawnSync("apt-config", ["--version"]).status !== 0)("apt itself", () => {
  test("reads the same ones in the same order", async () => {
    const folder = mkdtempSync(join(tmpdir(), "apt-parts-"));
    try {
      await mkdir(join(folder, "parts"));
      for (const name of NAMES) writeFileSync(join(folder, "parts", name), `Seen:: "${name}";\n`);
      writeFileSync(join(folder, "main"), 'Seen:: "main";\n');
      writeFileSync(
        join(folder, "apt"),
        `Dir::Etc::parts "${folder}/parts";\nDir::Etc::main "${folder}/main";\n`,
      );
      const env = { ...process.env, APT_CONFIG: join(folder, "apt") };
      const dump = execFileSync("apt-config", ["dump"], {
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect([...dump.matchAll(/^Seen:: "(.*)";$/gm)].map(([, name]) => name)).toEqual([...READ, "main"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
