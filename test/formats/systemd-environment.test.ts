import { expect, test } from "vitest";
import { environmentFilesIn, passedIn, unsetIn } from "../../src/formats/systemd-environment.ts";

test("environment files, in order", () => {
  const text = [
    "EnvironmentFile=/etc/nowhere",
    "[Service]",
    "EnvironmentFile=/etc/default/docker",
    "EnvironmentFile = -/etc/sysconfig/*.env ",
    "EnvironmentFile=",
    "EnvironmentFile=-/etc/%i/50%%.env",
    "EnvironmentFile=-/etc/50%%.env",
    "EnvironmentFile=etc/default/docker",
    'EnvironmentFile="/etc/default/docker"',
    "EnvironmentFile=/etc/../etc/default/docker",
    "EnvironmentFile=/etc/a \\",
    " b",
    "[Install]",
    "EnvironmentFile=/etc/nowhere",
  ].join("\n");
  expect(environmentFilesIn(text)).toEqual([
    { path: "/etc/default/docker", optional: false, line: 3 },
    { path: "/etc/sysconfig/*.env", optional: true, line: 4 },
    { resets: true, line: 5 },
    { path: "/etc/%i/50%%.env", optional: true, line: 6, unknown: true },
    { path: "/etc/50%.env", optional: true, line: 7 },
    { path: "/etc/a   b", optional: false, line: 11 },
  ]);
});

test("variables that are unset, whatever they hold or with one value only", () => {
  const text =
    '[Service]\nUnsetEnvironment=HTTP_PROXY "NO_PROXY=a b" 9A B-C=1\nUnsetEnvironment=\nUnsetEnvironment=A=';
  expect(unsetIn(text)).toEqual([
    { name: "HTTP_PROXY", line: 2 },
    { name: "NO_PROXY", value: "a b", line: 2 },
    { resets: true, line: 3 },
    { name: "A", value: "", line: 4 },
  ]);
});

test("variables that are passed on", () => {
  expect(passedIn("[Service]\nPassEnvironment=HTTP_PROXY A=1 9A\nPassEnvironment=\n")).toEqual([
    { name: "HTTP_PROXY", line: 2 },
    { resets: true, line: 3 },
  ]);
});
