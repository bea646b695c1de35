import { expect, test } from "vitest";
import { type FORMATS, formatOf } from "../../src/formats/index.ts";

/** Grammar, text, line, name, and the text without it. */
test.each<[keyof typeof FORMATS, string, number, string, string]>([
  ["pam-env", "A=b\nexport C=d # e\nF=g", 2, "C", "A=b\nF=g"],
  ["pam-env", "A=b\\\nc\nD=e\n", 1, "A", "D=e\n"],
  ["pam-env", "A=b\\\n# x\nc\n", 1, "A", "A=b\\\n# x\nc\n"],
  ["shell", "export A=b # c\nD=e\n", 1, "A", "D=e\n"],
  ["shell", "  A='b\nc';\nD=e\n", 1, "A", "D=e\n"],
  ["shell", "export A=b C=d\n", 1, "A", "export C=d\n"],
  ["shell", "export A=b C=d\n", 1, "C", "export A=b C=d\n"],
  ["systemd", '[Service]\nEnvironment="A=1" B=2 "A=3"\n', 2, "A", '[Service]\nEnvironment=B=2 "A=3"\n'],
  ["docker-options", 'X_OPTS="-e A=1 -e B=2 -e A=3"\n', 1, "A", 'X_OPTS="-e B=2 -e A=3"\n'],
  ["docker-options", 'X_OPTS="-eA=1 --env=A=3"\n', 1, "A", 'X_OPTS="--env=A=3"\n'],
  ["shell", "export A=1 A=2\n", 1, "A", "export A=2\n"],
  ["shell", "A='1 2' B=2 A=3 # c\n", 1, "A", "B=2 A=3 # c\n"],
  ["shell", "A=1 B=$A A=3\n", 1, "A", "A=1 B=$A A=3\n"],
  ["shell", "echo; A=b\n", 1, "A", "echo; A=b\n"],
  ["shell", "A=b; echo\n", 1, "A", "A=b; echo\n"],
  ["shell", "export X=y \\\n  A=b\necho c\n", 1, "A", "export X=y \\\n  A=b\necho c\n"],
  ["shell", "A=b\nexport C=$A\n", 1, "A", "A=b\nexport C=$A\n"],
  ["env-file", "; x\nA = 'b'\r\nC=d\r\n", 2, "A", "; x\nC=d\r\n"],
  ["systemd", "[Service]\nEnvironment=A=b\nType=x\n", 2, "A", "[Service]\nType=x\n"],
  ["systemd", '[Service]\nEnvironment="A=b c" D=e F=g\n', 2, "A", "[Service]\nEnvironment=D=e F=g\n"],
  ["systemd", '[Service]\nEnvironment="A=b c" D=e F=g\n', 2, "D", '[Service]\nEnvironment="A=b c" F=g\n'],
  ["systemd", '[Service]\nEnvironment="A=b c" D=e F=g\n', 2, "F", '[Service]\nEnvironment="A=b c" D=e\n'],
  ["systemd", "[Service]\nEnvironment=A=b \\\n  C=d\n", 2, "A", "[Service]\nEnvironment=\\\n  C=d\n"],
  ["docker-options", 'X_OPTS="--rm -e A=b -eC=d"\n', 1, "A", 'X_OPTS="--rm -eC=d"\n'],
  ["docker-options", 'X_OPTS="--rm -e A=b -eC=d"\n', 1, "C", 'X_OPTS="--rm -e A=b"\n'],
  ["docker-options", 'X_OPTS="-e A=b"\n', 1, "A", 'X_OPTS=""\n'],
  ["docker-options", 'X_OPTS="-e A=b -e B=c"\n', 1, "C", 'X_OPTS="-e A=b -e B=c"\n'],
])("%s: %j, line %i, %s", (loader, text, line, name, expected) => {
  expect(formatOf({ loader, path: "/etc/x" }).remove?.(text, line, name)).toBe(expected);
});
