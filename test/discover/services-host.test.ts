import { describe, expect, test } from "vitest";
import { findServices } from "../../src/discover/services-host.ts";
import { fakeMachine } from "./fake-machine.ts";

const cloud = { address: { value: "10.0.1.9", found: "data:12" } };

describe("a Nomad client", () => {
  const named = (text: string) =>
    findServices(fakeMachine({ "/etc/nomad/config.hcl": text }), "nomad-client", cloud);

  // enterprise-setup 939c959, modules/nomad-cloudinit-ubuntu-v1/templates/nomad_user_data.tpl
  const TEMPLATE = `log_level = "DEBUG"
name = "i-0a1b2c3d4e5f60718"
data_dir = "/opt/nomad"
datacenter = "default"
client {
    enabled = true
    # Expecting to have DNS record for nomad server(s)
    servers = ["10.0.1.238:4647"]
    node_class = "linux-64bit"
    options = {"driver.raw_exec.enable" = "1"}
}
`;

  test("is told its server by its configuration", async () => {
    expect(await named(TEMPLATE)).toEqual({ value: "10.0.1.238", found: "/etc/nomad/config.hcl:8" });
  });

  test.each([
    ['client { servers = [ "circleci.example.com" ] }', "circleci.example.com"],
    ['servers = [\n  "[fd00::1]:4647",\n]', "fd00::1"],
    ['servers = ["fd00::1"]', "fd00::1"],
    ['server_join { retry_join = ["10.0.1.7"] }', "10.0.1.7"],
    ['{"client": {"servers": ["10.0.1.7:4647"]}}', "10.0.1.7"],
    ['#servers = ["10.0.1.6"]\n  // servers = ["10.0.1.6"]\nservers = ["10.0.1.7"]', "10.0.1.7"],
    ['servers = ["10.0.1.7:4647", "10.0.1.7"]', "10.0.1.7"],
    ['servers = ["10.0.1.7", "10.0.1.8"]', undefined],
    ['servers = ["<services-ip>:4647"]', undefined],
    ['retry_join = ["provider=aws tag_key=nomad"]', undefined],
    ['name_servers = ["10.0.1.7"]', undefined],
    ["servers = []", undefined],
    ["", undefined],
  ])("%j", async (text, value) => {
    expect((await named(text))?.value).toBe(value);
  });

  test("reads every file of the agent's directories", async () => {
    const machine = fakeMachine({
      "/etc/nomad.d/a.hcl": "client { enabled = true }",
      "/etc/nomad.d/b.json": '{"servers": ["10.0.1.7"]}',
      "/etc/nomad.d/c.hcl.bak": 'servers = ["10.0.1.8"]',
    });
    expect(await findServices(machine, "nomad-client", {})).toEqual({
      value: "10.0.1.7",
      found: "/etc/nomad.d/b.json:1",
    });
  });

  test("reads a file that is made to take long in no time", async () => {
    const before = performance.now();
    expect(await named("servers = [".repeat(90_000))).toBeUndefined();
    expect(await named(`servers${" ".repeat(1_000_000)}`)).toBeUndefined();
    expect(await named("\n".repeat(1_000_000))).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe("the Services machine", () => {
  const onIts = (...outerAddresses: readonly string[]) => ({ ...fakeMachine({}), outerAddresses });

  test("stands at the address that the cloud gave it", async () => {
    expect(await findServices(onIts("10.0.1.7"), "services", cloud)).toEqual(cloud.address);
  });

  test("stands at its only address, where it has one", async () => {
    expect(await findServices(onIts("10.0.1.7", "fe80::1"), "services", {})).toEqual({
      value: "10.0.1.7",
      found: "network interfaces",
    });
    expect(await findServices(onIts("10.0.1.7", "10.0.2.7"), "services", {})).toBeUndefined();
    expect(await findServices(onIts(), "services", {})).toBeUndefined();
  });
});

test("a workstation knows of none", async () => {
  const machine = {
    ...fakeMachine({ "/etc/nomad/a.hcl": 'servers = ["10.0.1.7"]' }),
    outerAddresses: ["10.0.1.7"],
  };
  expect(await findServices(machine, "workstation", cloud)).toBeUndefined();
});
