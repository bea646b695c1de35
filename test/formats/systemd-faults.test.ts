import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { systemd } from "../../src/formats/systemd.ts";
import { dumpOfUnit } from "./systemd-dump.ts";

const URL = "http://10.0.0.33:3128";
const told = (text: string) =>
  (systemd.faults?.(text) ?? []).map(({ line, reason }) => `${line} ${reason ?? "stops"}`);

const DROPPED: readonly [string, string, string, RegExp][] = [
  [
    "an escape of a URL",
    '[Service]\nEnvironment="HTTP_PROXY=http://u:p%40s@10.0.0.33:3128"\n',
    "2 per-cent-sign",
    /Failed to resolve specifiers/,
  ],
  [
    "blanks about the equals sign",
    `[Service]\nEnvironment=HTTP_PROXY = ${URL}\n`,
    "2 no-assignment",
    /Invalid environment assignment, ignoring: HTTP_PROXY/,
  ],
  [
    "blanks in a list",
    "[Service]\nEnvironment=NO_PROXY=127.0.0.1, localhost\n",
    "2 blank-in-value",
    /Invalid environment assignment, ignoring: localhost/,
  ],
  [
    "a blank before the value",
    `[Service]\nEnvironment=HTTP_PROXY= ${URL}\n`,
    "2 blank-in-value",
    /Invalid environment assignment, ignoring: http:/,
  ],
  [
    "a shell's export",
    `[Service]\nEnvironment="export HTTP_PROXY=${URL}"\n`,
    "2 with-export",
    /Invalid environment assignment, ignoring: export HTTP_PROXY=/,
  ],
  [
    "a colon for the equals sign",
    `[Service]\nEnvironment=A=1 HTTP_PROXY:${URL}\n`,
    "2 no-assignment",
    /Invalid environment assignment, ignoring: HTTP_PROXY:/,
  ],
  [
    "a quote that is not closed",
    `[Service]\nEnvironment=A=1 "HTTP_PROXY=${URL}\n`,
    "2 invalid-quoting",
    /Invalid syntax, ignoring/,
  ],
  [
    "a key in small letters",
    `[Service]\nenvironment=HTTP_PROXY=${URL}\n`,
    "2 unknown-key",
    /Unknown key 'environment'/,
  ],
  [
    "a blank for the equals sign",
    `[Service]\nEnvironment HTTP_PROXY=${URL}\n`,
    "2 unknown-key",
    /Unknown key 'Environment HTTP_PROXY'/,
  ],
  [
    "a bare variable",
    `[Service]\nexport HTTP_PROXY=${URL}\n`,
    "2 unknown-key",
    /Unknown key 'export HTTP_PROXY'/,
  ],
  [
    "a section in small letters",
    `[service]\nEnvironment=HTTP_PROXY=${URL}\n`,
    "2 outside-section",
    /Unknown section 'service'/,
  ],
  ["no section", `Environment=HTTP_PROXY=${URL}\n`, "1 outside-section", /Assignment outside of section/],
  [
    "another section",
    `[Unit]\nEnvironment=A=1 HTTP_PROXY=${URL}\n`,
    "2 outside-section",
    /Unknown key 'Environment'/,
  ],
  [
    "a header that is not closed",
    `[Service\nEnvironment=HTTP_PROXY=${URL}\n`,
    "1 stops",
    /Invalid section header '\[Service'/,
  ],
];

test.each(DROPPED)("systemd drops what has %s", (_, text, fault) => expect(told(text)).toEqual([fault]));

test.each<[string, string]>([
  ["what is right", `[Service]\nEnvironment="HTTP_PROXY=${URL}" 'NO_PROXY=a b' A=%h\nEnvironment=\n`],
  ["a per cent sign that is doubled", '[Service]\nEnvironment="HTTP_PROXY=http://u:p%%40s@h:1"\n'],
  [
    "a comment behind it, and other words",
    "[Service]\nEnvironment=NO_PROXY=a # it FOO=1 HTTPS_PROXY= # none\n",
  ],
  ["a specifier that systemd has", "[Service]\nEnvironment=HTTP_PROXY=http://%H:3128\n"],
  ["a byte order mark, which systemd takes off", `\uFEFF[Service]\nEnvironment=HTTP_PROXY=${URL}\n`],
  ["other variables", "[Service]\nEnvironment=FOO = 1\nenvironment=FOO=1\n[Unit]\nEnvironment=FOO=%40\n"],
  ["a comment", `# HTTP_PROXY=${URL}\n;Environment=HTTP_PROXY=${URL}\n[Service]\n`],
  ["a command", `[Service]\nExecStart=/bin/docker run -e HTTP_PROXY=${URL} x\nPassEnvironment=HTTP_PROXY\n`],
  ["a section that is nobody's", `[X-Old]\nEnvironment=HTTP_PROXY=${URL}\n`],
  ["a header that is not closed, before other things", "[Install\nWantedBy=multi-user.target\n"],
])("nothing is said of %s", (_, text) => expect(told(text)).toEqual([]));

const folder = mkdtempSync(join(tmpdir(), "systemd-faults-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "generated.service");

writeFileSync(path, "[Service]\nExecStart=/bin/true\n");
const isInstalled = dumpOfUnit(path).some(
  (line) => line.startsWith("ExecStart") || line.includes("/bin/true"),
);

describe.skipIf(!isInstalled)(`as systemd says${isInstalled ? "" : " (skipped: no systemd-analyze)"}`, () => {
  test.each(DROPPED)("of %s", (_, text, _fault, says) => {
    writeFileSync(path, `${text}[Service]\nExecStart=/bin/true\n`);
    const { stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", path], { encoding: "utf8" });
    expect(stderr).toMatch(says);
  });
});
