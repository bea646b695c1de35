import { expect, test } from "vitest";
import { componentsOf } from "../../src/decide/components.ts";
import { isSeen, seenSettings } from "../../src/decide/seen-settings.ts";
import { ROLES } from "../../src/model/installation.ts";
import type { Setting, SettingSource } from "../../src/model/setting.ts";

const setting = (source: SettingSource): Setting => ({
  name: "http_proxy",
  value: "http://10.0.0.33:3128",
  exported: true,
  source,
});
const inFile = (path: string, unit?: string) =>
  setting({
    kind: "file",
    path,
    line: 1,
    loader: unit === undefined ? "shell" : "systemd",
    ...(unit === undefined ? {} : { unit }),
  });
const SETTINGS = [
  setting({ kind: "environment" }),
  inFile("/etc/profile.d/proxy.sh"),
  inFile("/etc/circle-installation-customizations"),
  inFile("/etc/systemd/system/docker.service.d/a.conf", "docker.service"),
  inFile("/etc/profile.d/proxy.sh"),
  setting({ kind: "process", pid: 1, program: "dockerd", part: "environment" }),
];

test.each(ROLES)("components of a %s see what any of their views shows, in its order", (role) => {
  for (const component of componentsOf(role)) {
    const shown = SETTINGS.filter((each) => component.reads.some((view) => isSeen(each, view)));
    expect(seenSettings(component, SETTINGS)).toEqual(shown);
  }
});

test("who sees what it saw before has it as one value, and nobody else has", () => {
  const [shell, docker] = ["shell-commands", "docker-daemon"].map((id) =>
    componentsOf("services").find((each) => each.id === id),
  );
  if (shell === undefined || docker === undefined) throw new Error("no such component");
  const changed = SETTINGS.with(1, inFile("/etc/profile.d/proxy.sh"));
  expect(seenSettings(docker, changed)).toBe(seenSettings(docker, SETTINGS));
  expect(seenSettings(shell, changed)).not.toBe(seenSettings(shell, SETTINGS));
  expect(seenSettings(shell, [...SETTINGS])).toBe(seenSettings(shell, SETTINGS));
  expect(seenSettings(shell, [])).not.toBe(seenSettings(docker, []));
});
