import { expect, test } from "vitest";
import { detectRole } from "../../src/discover/role.ts";
import { fakeMachine } from "./fake-machine.ts";

test.each([
  ["services", { "/etc/replicated.conf": "{}" }],
  ["services", { "/etc/circle-installation-customizations": "" }],
  ["services", { "/var/lib/replicated/snapshots": "" }],
  ["services", { "/etc/replicated.conf": { kind: "unreadable", reason: "permission denied" } }],
  ["services", { "/etc/replicated.conf": "{}", "/etc/systemd/system/nomad.service": "" }],
  ["nomad-client", { "/etc/systemd/system/nomad.service": "" }],
  ["nomad-client", { "/etc/systemd/system/nomad.service.d/proxy.conf": "" }],
  ["workstation", { "/etc/environment": "HTTP_PROXY=x" }],
] as const)("%s: %j", async (role, files) => {
  expect(await detectRole(fakeMachine(files))).toBe(role);
});
