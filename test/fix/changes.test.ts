import { expect, test } from "vitest";
import { captureFiles } from "../../src/capture/capture-files.ts";
import { changesOf } from "../../src/fix/changes.ts";
import { workspaceOf } from "../../src/fix/workspace.ts";
import { readingOfFile } from "../../src/formats/reading.ts";
import { examineSettings } from "../../src/lint.ts";
import type { Fix, Patch } from "../../src/model/fix.ts";
import { numbering } from "../../src/model/mark.ts";
import type { SettingsFile } from "../../src/model/setting.ts";
import { fakeMachine } from "../discover/fake-machine.ts";

/** What verified fixes of these patches leave of some files. */
function changed(files: readonly SettingsFile[], ...patch: readonly Patch[]) {
  const mark = numbering();
  const readings = files.map((file) => readingOfFile(file, mark));
  const reading = {
    settings: readings.flatMap(({ settings }) => settings),
    fileFaults: readings.flatMap(({ fileFaults }) => fileFaults),
  };
  const fix: Fix = {
    id: "f",
    findings: [],
    components: [],
    patch,
    diff: "",
    restart: [],
    verdict: "verified",
  };
  const tried = workspaceOf(reading, captureFiles(files, mark));
  return changesOf({ truth: workspaceOf(reading, files, mark), tried }, [fix]);
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
  value: "http://alice:***1@10.0.0.33:3128",
};

test("a file that is to be made says so where a login stands in it", () => {
  const file = "/etc/systemd/system/docker.service.d/http-proxy.conf";
  const made = { ...handed, file, line: 0, name: "HTTP_PROXY", loader: "systemd" } as const;
  expect(changed(proxied("p4ss"), made)).toMatchObject([{ path: file, holdsLogin: true }]);
  const [open] = changed(proxied("p4ss"), { ...made, value: "http://10.0.0.33:3128" });
  expect(open).not.toHaveProperty("holdsLogin");
});

test("a file out of which the last login is taken says so", () => {
  const [file] = proxied("p4ss").map(({ path }) => path);
  const bare = { file: file ?? "", line: 2, op: "set", name: "http_proxy" } as const;
  expect(changed(proxied("p4ss"), { ...bare, value: "http://10.0.0.34:3128" })).toMatchObject([
    { path: file, losesLogin: true },
  ]);
  const [kept] = changed(proxied("p4ss"), { ...bare, value: "http://alice:***1@10.0.0.34:3128" });
  expect(kept).not.toHaveProperty("losesLogin");
});

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
  const [file] = changed(proxied("p4ss"), { ...handed, value: "http://bob:***1@10.0.0.33:3128" });
  expect(file).toMatchObject({ path: OPTIONS, unproved: true });
  expect(file?.after).toBe(file?.before);
});

test("of two logins with one user, what is written holds the one that the fix repeats", async () => {
  const environment =
    'HTTPS_PROXY="http://u:first@10.0.0.33:3128"\nHTTP_PROXY="http://u:second@10.0.0.34:3128"\n';
  const { changes } = await examineSettings({
    machine: fakeMachine({ "/etc/environment": environment }),
    flags: { role: "workstation" },
    only: [],
    skip: [],
    clock: () => new Date(0),
    version: "0",
  });
  const [after = ""] = changes().map((change) => change.after);
  expect(after).toContain(`\nhttps_proxy="http://u:first@10.0.0.33:3128"\n`);
  expect(after).toContain(`\nhttp_proxy="http://u:second@10.0.0.34:3128"\n`);
});
