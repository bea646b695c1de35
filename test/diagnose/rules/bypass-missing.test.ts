import { describe, expect, test } from "vitest";
import { judge } from "../../../src/diagnose/judge.ts";
import type { Component } from "../../../src/model/component.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";
import type { Showings } from "../../rig/observed.ts";

const LIST = "169.254.169.254,10.0.1.238,ghe.example.com,s3.amazonaws.com,s3.us-east-1.amazonaws.com";
const CLIENTS = { nomadClients: ["10.0.2.15", "10.0.2.16"] };

/** What is said of the internal hosts, where a list holds some of them and `client` calls them. */
async function toldOf(list: string, client: Component["client"], saw?: Showings) {
  const { circumstances, settings } = await judged({
    machine: fakeMachine({
      "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTP_PROXY=http://10.0.0.33:3128" "http_proxy=http://10.0.0.33:3128" "NO_PROXY=${list}"\n`,
    }),
    flags: { role: "services", services: "10.0.1.238", ...CLIENTS },
    ...(saw === undefined ? {} : { saw }),
  });
  const [daemon] = circumstances.components.filter(({ id }) => id === "docker-daemon");
  if (daemon === undefined) throw new Error("no Docker daemon");
  const components = [{ ...daemon, client, needs: ["internal", "nomad-clients"] }];
  const { findings } = judge({ ...circumstances, components }, { settings, fileFaults: [] });
  return findings.flatMap((each) => (each.code === "bypass-missing" ? [each.args.hosts] : []));
}

describe("hosts that nobody measures", () => {
  test("are missed by each reason", async () => {
    expect(await toldOf(LIST, "go")).toEqual([["172.17.0.1"], ["10.0.2.15", "10.0.2.16"]]);
    expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15`, "go")).toEqual([["10.0.2.16"]]);
    expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15,10.0.2.16`, "go")).toEqual([]);
  });

  test("are not spoken of beside what was measured", async () => {
    expect(await toldOf(LIST, "go", { direct: { "*": "works" } })).toEqual([]);
  });

  test("this machine itself is missed only by clients that do not spare it by themselves", async () => {
    const rest = `${LIST},172.17.0.1,10.0.2.15,10.0.2.16`;
    expect(await toldOf(rest, "curl")).toEqual([["127.0.0.1", "localhost"]]);
    expect(await toldOf(`${rest},localhost`, "curl")).toEqual([["127.0.0.1"]]);
  });

  test("without a proxy nothing is missed", async () => {
    const { circumstances } = await judged({
      machine: fakeMachine({}),
      flags: { role: "services", ...CLIENTS },
    });
    const components = circumstances.components.map((each) => ({
      ...each,
      needs: ["internal", "nomad-clients"],
    }));
    expect(judge({ ...circumstances, components }, { settings: [], fileFaults: [] }).findings).toEqual([]);
  });
});
