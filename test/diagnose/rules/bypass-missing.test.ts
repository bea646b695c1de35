import { describe, expect, test } from "vitest";
import { judge } from "../../../src/diagnose/judge.ts";
import type { Component } from "../../../src/model/component.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";
import type { Showings } from "../../rig/observed.ts";

const LIST = "169.254.169.254,10.0.1.238,ghe.example.com,s3.amazonaws.com,s3.us-east-1.amazonaws.com";
const CLIENTS = ["10.0.2.15", "10.0.2.16"];
const SEEN: Showings = { direct: { "*": "works" } };

type Circumstance = {
  readonly saw?: Showings;
  readonly addresses?: readonly string[];
  readonly nomadClients?: readonly string[];
};

/** What is said of the internal hosts, where a list holds some of them and `client` calls them. */
async function toldOf(
  list: string,
  client: Component["client"],
  { saw, addresses = [], nomadClients = CLIENTS }: Circumstance = {},
) {
  const machine = fakeMachine({
    "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTP_PROXY=http://10.0.0.33:3128" "http_proxy=http://10.0.0.33:3128" "NO_PROXY=${list}"\n`,
  });
  const { circumstances, settings } = await judged({
    machine: { ...machine, addresses },
    flags: { role: "services", services: "10.0.1.238", nomadClients },
    ...(saw === undefined ? {} : { saw }),
  });
  const [daemon] = circumstances.components.filter(({ id }) => id === "docker-daemon");
  if (daemon === undefined) throw new Error("no Docker daemon");
  const components = [{ ...daemon, client, needs: ["internal", "nomad-clients", "services-machine/web"] }];
  const { findings } = judge({ ...circumstances, components }, { settings, fileFaults: [] });
  return findings.flatMap((each) => (each.code === "bypass-missing" ? [each.args.hosts] : []));
}

describe("hosts that nobody measures", () => {
  test("are missed by each reason", async () => {
    expect(await toldOf(LIST, "go")).toEqual([["172.17.0.1"], ["10.0.2.15", "10.0.2.16"]]);
    expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15`, "go")).toEqual([["10.0.2.16"]]);
    expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15,10.0.2.16`, "go")).toEqual([]);
  });

  test("are missed beside what was measured too", async () => {
    expect(await toldOf(LIST, "go", { saw: SEEN })).toEqual([CLIENTS]);
    expect(await toldOf(`${LIST},${CLIENTS}`, "go", { saw: SEEN })).toEqual([]);
  });

  test("Docker's bridge is missed beside what was measured only on a machine that has it", async () => {
    const list = `${LIST},${CLIENTS}`;
    expect(await toldOf(list, "go", { saw: SEEN, addresses: ["10.0.1.238", "172.17.0.1"] })).toEqual([
      ["172.17.0.1"],
    ]);
    expect(await toldOf(list, "go", { saw: SEEN, addresses: ["10.0.1.238", "10.200.0.1"] })).toEqual([]);
    expect(await toldOf(list, "go", { addresses: ["10.0.1.238", "10.200.0.1"] })).toEqual([["172.17.0.1"]]);
  });

  test("a Nomad client on the Services machine is judged by what was measured there", async () => {
    const nomadClients = ["10.0.1.238", "10.0.2.15"];
    const without = LIST.replace("10.0.1.238,", "");
    expect(await toldOf(without, "go", { saw: SEEN, nomadClients })).toEqual([["10.0.2.15"]]);
  });

  test("this machine itself is missed only by clients that do not spare it by themselves", async () => {
    const rest = `${LIST},172.17.0.1,10.0.2.15,10.0.2.16`;
    expect(await toldOf(rest, "curl")).toEqual([["127.0.0.1", "localhost"]]);
    expect(await toldOf(`${rest},localhost`, "curl")).toEqual([["127.0.0.1"]]);
  });

  test("without a proxy nothing is missed", async () => {
    const { circumstances } = await judged({
      machine: fakeMachine({}),
      flags: { role: "services", nomadClients: CLIENTS },
    });
    const components = circumstances.components.map((each) => ({
      ...each,
      needs: ["internal", "nomad-clients"],
    }));
    expect(judge({ ...circumstances, components }, { settings: [], fileFaults: [] }).findings).toEqual([]);
  });
});
