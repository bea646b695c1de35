import { expect, test } from "vitest";
import { diffOf } from "../../src/fix/diff.ts";
import { keepMarkers } from "../../src/model/mark.ts";

const workspace = (text: string) => ({
  environment: [],
  processes: [],
  mark: keepMarkers,
  files: [{ path: "/etc/circle-installation-customizations", loader: "shell", text } as const],
});

test("a diff shows the line that changes, and none of those about it", () => {
  const text = (list: string) =>
    `export AWS_SECRET_ACCESS_KEY=Zq7x\nexport NO_PROXY="${list}"\nexport CIRCLE_SECRET_PASSPHRASE=Zq8x\n`;
  expect(diffOf(workspace(text("a")), workspace(text("a,b")))).toBe(
    [
      "--- /etc/circle-installation-customizations",
      "+++ /etc/circle-installation-customizations",
      "@@ -2,1 +2,1 @@",
      '-export NO_PROXY="a"',
      '+export NO_PROXY="a,b"',
      "",
    ].join("\n"),
  );
});

test("a line that is added says where, and a change of what is not shown is still seen", () => {
  const before = "A=Zq7x\nB=Zq8x\n";
  expect(diffOf(workspace(before), workspace("A=Zq7x\nNO_PROXY=a\nB=Zq8x\n"))).toContain(
    "@@ -1,0 +2,1 @@\n+NO_PROXY=a\n",
  );
  expect(diffOf(workspace(before), workspace("A=Zq7x\nB=Zq9x"))).toContain(
    "-***=***\n+***=***\n\\ No newline",
  );
  expect(diffOf(workspace(before), workspace(before))).toBe("");
});
