import { expect, test } from "vitest";
import { findInit } from "../../src/discover/init.ts";
import { fakeMachine } from "./fake-machine.ts";
import { filesAt } from "./read-source.ts";

test.each([
  ["systemd", "/run/systemd/system", ["/run/systemd/system/a.service", "/etc/inittab"]],
  ["systemd", "/lib/systemd/systemd", ["/lib/systemd/systemd", "/etc/init/ssh.conf"]],
  ["systemd", "/usr/lib/systemd/systemd", ["/usr/lib/systemd/systemd"]],
  ["systemd", "/etc/systemd/system/docker.service.d", ["/etc/systemd/system/docker.service.d/a.conf"]],
  ["systemd", "/etc/systemd/system/nomad.service", ["/etc/systemd/system/nomad.service"]],
  ["systemd", "/etc/systemd/system/replicated-ui.service", ["/etc/systemd/system/replicated-ui.service"]],
  ["other", "/etc/init", ["/etc/init/docker.conf", "/lib/systemd/system/docker.service"]],
  ["other", "/etc/inittab", ["/etc/inittab"]],
] as const)("%s, by %s", async (value, found, paths) => {
  expect(await findInit(fakeMachine(filesAt(...paths)))).toEqual({ value, found });
});

test.each([[[]], [["/etc/init/README", "/lib/systemd/systemd-logind", "/etc/systemd/system/other.service"]]])(
  "nothing shows it: %j",
  async (paths) => {
    expect(await findInit(fakeMachine(filesAt(...paths)))).toBeUndefined();
  },
);
