import { describe, expect, test } from "vitest";
import { diffOf } from "../../src/fix/diff.ts";
import { applyPatch, settingsIn, type Workspace } from "../../src/fix/workspace.ts";
import { keepMarkers } from "../../src/model/mark.ts";

const ENVIRONMENT = '# ours\nhttp_proxy="http://alice:s3cret@10.0.0.33:3128"\nNO_PROXY="localhost"\n';
const JVM = 'export JVM_OPTS="-Dhttps.proxyHost=10.0.0.33 -Dhttp.nonProxyHosts=localhost|10.*"\n';

const workspace: Workspace = {
  mark: keepMarkers,
  processes: [],
  environment: [{ name: "no_proxy", value: "a", exported: true, source: { kind: "environment" } }],
  files: [
    { path: "/etc/environment", loader: "pam-env", text: ENVIRONMENT },
    { path: "/etc/environment", loader: "shell", text: ENVIRONMENT },
    { path: "/etc/circle-installation-customizations", loader: "shell", text: JVM },
  ],
};
const valuesOf = (of: Workspace, name: string) =>
  settingsIn(of)
    .filter((each) => each.name === name)
    .map(({ value }) => value);

describe("applyPatch", () => {
  test("an entry is added in a file's every reading, and no other byte changes", () => {
    const patched = applyPatch(workspace, {
      file: "/etc/environment",
      line: 3,
      op: "add-entry",
      name: "NO_PROXY",
      value: "10.0.1.238",
    });
    expect(valuesOf(patched, "NO_PROXY").map((value) => value.trim())).toEqual([
      "localhost,10.0.1.238",
      "localhost,10.0.1.238",
    ]);
    for (const { path, text } of patched.files) {
      if (path === "/etc/environment")
        expect(text).toBe(ENVIRONMENT.replace('"localhost"', '"localhost,10.0.1.238"'));
    }
  });

  test("a JVM's list is edited inside its options", () => {
    const patched = applyPatch(workspace, {
      file: "/etc/circle-installation-customizations",
      line: 1,
      op: "remove-entry",
      name: "JVM_OPTS",
      property: "http.nonProxyHosts",
      value: "10.*",
    });
    expect(valuesOf(patched, "JVM_OPTS")).toEqual([
      "-Dhttps.proxyHost=10.0.0.33 -Dhttp.nonProxyHosts=localhost",
    ]);
  });

  test("a new setting stands after its neighbour", () => {
    const patched = applyPatch(workspace, {
      file: "/etc/environment",
      line: 2,
      op: "set",
      name: "no_proxy",
      value: "b",
    });
    expect(valuesOf(patched, "no_proxy").map((value) => value.trim())).toEqual(["a", "b", "b"]);
    expect(patched.files[0]?.text.split("\n").findIndex((line) => line.startsWith("no_proxy"))).toBe(2);
  });

  test("what the shell exports changes without a file", () => {
    const patched = applyPatch(workspace, {
      file: "environment",
      op: "set",
      name: "no_proxy",
      value: "a,b",
    });
    expect(valuesOf(patched, "no_proxy")).toEqual(["a,b"]);
    expect(patched.files).toBe(workspace.files);
  });

  test("a patch that finds nothing changes nothing", () => {
    expect(
      applyPatch(workspace, {
        file: "/etc/environment",
        line: 9,
        op: "add-entry",
        name: "NO_PROXY",
        value: "b",
      }),
    ).toBe(workspace);
    expect(
      applyPatch(workspace, { file: "/etc/elsewhere", line: 1, op: "set", name: "NO_PROXY", value: "b" }),
    ).toBe(workspace);
  });
});

test("a diff names the file once, shows both lines and no password", () => {
  const patched = applyPatch(workspace, {
    file: "/etc/environment",
    line: 3,
    op: "add-entry",
    name: "NO_PROXY",
    value: "10.0.1.238",
  });
  const diff = diffOf(workspace, patched);
  expect(diff.match(/^--- /gm)).toHaveLength(1);
  expect(diff).toContain('-NO_PROXY="localhost"');
  expect(diff).toContain('+NO_PROXY="localhost,10.0.1.238"');
  expect(diff).not.toContain("s3cret");
});
