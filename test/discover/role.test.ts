import { expect, test } from "vitest";
import { detectRole } from "../../src/discover/role.ts";
import { fakeMachine } from "./fake-machine.ts";

const denied = { kind: "unreadable", reason: "permission denied" } as const;

test.each([
  ["services", "/etc/replicated.conf", { "/etc/replicated.conf": "{}" }],
  ["services", "/etc/circle-installation-customizations", { "/etc/circle-installation-customizations": "" }],
  ["services", "/var/lib/replicated", { "/var/lib/replicated/snapshots": "" }],
  ["services", "/etc/circleconfig", { "/etc/circleconfig/schedulerer/customizations": "" }],
  [
    "services",
    "/usr/lib/systemd/system/replicated.service",
    { "/usr/lib/systemd/system/replicated.service": "" },
  ],
  ["services", "/etc/replicated.conf", { "/etc/replicated.conf": denied }],
  [
    "services",
    "/etc/replicated.conf",
    { "/etc/replicated.conf": "{}", "/etc/systemd/system/nomad.service": "" },
  ],
  ["nomad-client", "/etc/systemd/system/nomad.service", { "/etc/systemd/system/nomad.service": "" }],
  ["nomad-client", "/lib/systemd/system/nomad.service", { "/lib/systemd/system/nomad.service": "" }],
  [
    "nomad-client",
    "/etc/systemd/system/nomad.service.d",
    { "/etc/systemd/system/nomad.service.d/proxy.conf": "" },
  ],
  ["nomad-client", "/etc/nomad.d", { "/etc/nomad.d/client.hcl": "" }],
] as const)("%s, by %s: %j", async (value, found, files) => {
  expect(await detectRole(fakeMachine(files))).toEqual({ value, found });
});

test("programs that run are signs too, files the better ones", async () => {
  expect(await detectRole(fakeMachine({}), ["nomad"])).toEqual({ value: "nomad-client", found: "nomad" });
  expect(await detectRole(fakeMachine({}), ["nomad", "replicated"])).toEqual({
    value: "services",
    found: "replicated",
  });
  expect(await detectRole(fakeMachine({ "/etc/replicated.conf": "{}" }), ["replicated"])).toMatchObject({
    found: "/etc/replicated.conf",
  });
});

test.each([
  {},
  { "/etc/environment": "HTTP_PROXY=x" },
  { "/etc/replicated.conf": { ...denied, at: "/etc" } },
])("nothing shows a role: %j", async (files) => {
  expect(await detectRole(fakeMachine(files), ["dockerd", "java"])).toBeUndefined();
});
