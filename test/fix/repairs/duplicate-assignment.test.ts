import { expect, test } from "vitest";
import { applyPatch } from "../../../src/fix/workspace.ts";
import type { Role } from "../../../src/model/installation.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";
const LIST = "localhost,127.0.0.1,10.0.1.238,172.17.0.1,169.254.169.254";
const DEFAULTS = "/etc/default/replicated";
const NOMAD = "/etc/systemd/system/nomad.service.d/proxy.conf";
const LOGIN = "/etc/circle-installation-customizations";

/** A file as all verified fixes leave it. */
async function mended(role: Role, path: string, text: string) {
  const { workspace, fixes } = await judged({
    machine: fakeMachine({ [path]: text }),
    flags: { role, services: "10.0.1.238" },
  });
  const patches = fixes.filter(({ verdict }) => verdict === "verified").flatMap(({ patch }) => patch);
  return patches.reduce(applyPatch, workspace).files.find((file) => file.path === path)?.text;
}

test.each<[Role, string, string, string]>([
  [
    "services",
    DEFAULTS,
    `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e NO_PROXY=localhost -e NO_PROXY=${LIST}"\n`,
    `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e NO_PROXY=${LIST}"\n`,
  ],
  [
    "nomad-client",
    NOMAD,
    `[Service]\nEnvironment="HTTP_PROXY=${PROXY}" "NO_PROXY=<services_box_ip>" "NO_PROXY=${LIST}"\n`,
    `[Service]\nEnvironment="HTTP_PROXY=${PROXY}" "NO_PROXY=${LIST}"\n`,
  ],
  [
    "nomad-client",
    NOMAD,
    `[Service]\nEnvironment="HTTP_PROXY=${PROXY}" "NO_PROXY=localhost" "NO_PROXY=a" "NO_PROXY=${LIST}"\n`,
    `[Service]\nEnvironment="HTTP_PROXY=${PROXY}" "NO_PROXY=${LIST}"\n`,
  ],
  [
    "workstation",
    LOGIN,
    `export no_proxy=localhost no_proxy=${LIST}\nexport NO_PROXY=${LIST}\n`,
    `export no_proxy=${LIST}\nexport NO_PROXY=${LIST}\n`,
  ],
])("%s: of a name twice on one line of %s, the one that counts stays", async (role, path, text, expected) => {
  expect(await mended(role, path, text)).toBe(expected);
});

test("an entry is added to the list that counts", async () => {
  const options = (list: string) =>
    `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e NO_PROXY=a -e NO_PROXY=${list}"\n`;
  const text = await mended("services", DEFAULTS, options("localhost,10.0.1.238"));
  expect(text).toContain("NO_PROXY=localhost,10.0.1.238,172.17.0.1");
});
