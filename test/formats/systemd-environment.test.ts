import { expect, test } from "vitest";
import { environmentFilesIn } from "../../src/formats/systemd-environment.ts";

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
