import { expect, test } from "vitest";
import { describeInstallation } from "../../src/discover/installation.ts";
import { fakeMachine } from "./fake-machine.ts";

test("where nothing is found, what is assumed", async () => {
  expect(await describeInstallation(fakeMachine({}), {}, [], [])).toEqual({
    role: "workstation",
    egress: "standard",
    region: "us-east-1",
    onEc2: "unknown",
    init: "unknown",
    addresses: ["10.0.1.238"],
    programs: {},
    found: { role: "default", egress: "default", region: "default" },
  });
});

test("what a machine tells, and where", async () => {
  const machine = fakeMachine({
    "/etc/nomad/config.hcl": 'client {\n  servers = ["10.0.1.238:4647"]\n}\n',
    "/etc/systemd/system/nomad.service": "[Service]\n",
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2\n",
    "/run/cloud-init/instance-data.json": '{\n "v1": {\n  "region": "eu-west-1"\n }\n}',
  });
  expect(await describeInstallation(machine, {}, [], [])).toMatchObject({
    role: "nomad-client",
    region: "eu-west-1",
    onEc2: "yes",
    services: "10.0.1.238",
    init: "systemd",
    found: {
      role: "/etc/nomad/config.hcl",
      region: "/run/cloud-init/instance-data.json:3",
      onEc2: "/sys/class/dmi/id/sys_vendor",
      services: "/etc/nomad/config.hcl:2",
      init: "/etc/systemd/system/nomad.service",
      egress: "default",
    },
  });
});

test("flags win, and the role that they name decides what is looked for", async () => {
  const flags = {
    role: "nomad-client",
    egress: "corporate",
    region: "cn-north-1",
    ghe: "ghe.example.com",
    bucket: "b",
    serverVersion: "2.19.01",
    nomadClients: ["10.0.1.7"],
  } as const;
  const machine = fakeMachine(
    { "/etc/replicated.conf": "{}", "/etc/nomad/config.hcl": 'servers = ["10.0.1.9"]' },
    { AWS_REGION: "eu-west-1" },
  );
  const installation = await describeInstallation(machine, flags, [], []);
  expect(installation).toMatchObject({ ...flags, services: "10.0.1.9" });
  expect(installation.found).toEqual({
    ...Object.fromEntries(Object.keys(flags).map((name) => [name, "flag"])),
    services: "/etc/nomad/config.hcl:1",
  });
});
