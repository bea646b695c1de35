import { describe, expect, test } from "vitest";
import { judge } from "../../../src/diagnose/judge.ts";
import type { Component } from "../../../src/model/component.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const LIST = "169.254.169.254,10.0.1.238,ghe.example.com,s3.amazonaws.com,s3.us-east-1.amazonaws.com";
const CLIENTS = { nomadClients: ["10.0.2.15", "10.0.2.16"] };

/** What is said of the internal hosts, where a list holds some of them and `client` calls them. */
async function toldOf(list: string, client: Component["client"], measured: "measured" | "unmeasured") {
  const { circumstances, settings } = await judged({
    machine: fakeMachine({
      "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTP_PROXY=http://10.0.0.33:3128" "http_proxy=http://10.0.0.33:3128" "NO_PROXY=${list}"\n`,
    }),
    flags: { role: "services", services: "10.0.1.238", ...CLIENTS },
    ...(measured === "measured" ? { saw: { direct: { "*": "works" as const } } } : {}),
  });
  const [daemon] = circumstances.components.filter(({ id }) => id === "docker-daemon");
  if (daemon === undefined) throw new Error("no Docker daemon");
  const components = [{ ...daemon, client, needs: ["internal"] }];
  const { findings } = judge({ ...circumstances, components }, { settings, fileFaults: [] });
  return findings.flatMap((each) => (each.code === "bypass-missing" ? [each.args.hosts] : []));
}

describe("hosts that nobody measures", () => {
  test.each(["measured", "unmeasured"] as const)(
    "are missed by each reason where all else was %s",
    async (measured) => {
      expect(await toldOf(LIST, "go", measured)).toEqual([["172.17.0.1"], ["10.0.2.15", "10.0.2.16"]]);
      expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15`, "go", measured)).toEqual([["10.0.2.16"]]);
      expect(await toldOf(`${LIST},172.17.0.1,10.0.2.15,10.0.2.16`, "go", measured)).toEqual([]);
    },
  );

  test("this machine itself is missed only by clients that do not spare it by themselves", async () => {
    const rest = `${LIST},172.17.0.1,10.0.2.15,10.0.2.16`;
    expect(await toldOf(rest, "curl", "unmeasured")).toEqual([["127.0.0.1", "localhost"]]);
    expect(await toldOf(`${rest},localhost`, "curl", "unmeasured")).toEqual([["127.0.0.1"]]);
  });

  test("without a proxy nothing is missed", async () => {
    const { circumstances } = await judged({
      machine: fakeMachine({}),
      flags: { role: "services", ...CLIENTS },
    });
    const components = circumstances.components.map((each) => ({ ...each, needs: ["internal"] }));
    expect(judge({ ...circumstances, components }, { settings: [], fileFaults: [] }).findings).toEqual([]);
  });
});
