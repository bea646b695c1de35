import { expect, test } from "vitest";
import { captureFiles } from "../../src/capture/capture-files.ts";
import { changesOf } from "../../src/fix/changes.ts";
import { workspaceOf } from "../../src/fix/workspace.ts";
import { readFaults, readSettings } from "../../src/formats/index.ts";
import type { Fix, Patch } from "../../src/model/fix.ts";
import type { SettingsFile } from "../../src/model/setting.ts";

/** What verified fixes of these patches leave of some files. */
function changed(files: readonly SettingsFile[], ...patch: readonly Patch[]) {
  const reading = { settings: files.flatMap(readSettings), fileFaults: files.flatMap(readFaults) };
  const fix: Fix = {
    id: "f",
    findings: [],
    components: [],
    patch,
    diff: "",
    restart: [],
    verdict: "verified",
  };
  const tried = workspaceOf(reading, captureFiles(files));
  return changesOf({ truth: workspaceOf(reading, files), tried }, [fix]);
}

const OPTIONS = "/etc/default/replicated";
const proxied = (password: string): readonly SettingsFile[] => [
  {
    path: "/etc/profile.d/proxy.sh",
    loader: "shell",
    text: `TOKEN=s3cret\nexport http_proxy='http://alice:${password}@10.0.0.33:3128'\n`,
  },
  { path: OPTIONS, loader: "docker-options", text: 'REPLICATED_OPTS="-e KEY=s3cret -e A=b"\n' },
];
const handed: Patch = {
  file: OPTIONS,
  line: 1,
  op: "set",
  name: "http_proxy",
  value: "http://alice:***@10.0.0.33:3128",
};

test("what is written holds the true login and the true words", () => {
  const [file] = changed(proxied("p4ss"), handed);
  expect(file?.after).toBe(
    'REPLICATED_OPTS="-e KEY=s3cret -e A=b -e http_proxy=http://alice:p4ss@10.0.0.33:3128"\n',
  );
  expect(file?.unproved).toBeUndefined();
});

test("a change that the true login does not let through is marked, and keeps the text", () => {
  const [file] = changed(proxied('p"4s'), handed);
  expect(file).toMatchObject({ path: OPTIONS, unproved: true });
  expect(file?.after).toBe(file?.before);
});

test("a mask is written into no file", () => {
  const [file] = changed(proxied("p4ss"), { ...handed, value: "http://bob:***@10.0.0.33:3128" });
  expect(file).toMatchObject({ path: OPTIONS, unproved: true });
  expect(file?.after).toBe(file?.before);
});
