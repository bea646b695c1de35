import { describe, expect, test } from "vitest";
import { judge } from "../../../src/diagnose/judge.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const REST = "169.254.169.254,127.0.0.1,localhost,172.17.0.1,amazonaws.com";

/** What is said of the list in a login's environment: hosts, entries, who matches them and who does not. */
async function saidOf(list: string, curl?: string) {
  const { circumstances, settings } = await judged({
    machine: fakeMachine({ "/etc/environment": `NO_PROXY="${list}"\nno_proxy="${list}"\n` }),
    flags: { role: "services", services: "10.0.1.238", ghe: "ghe.example.com" },
  });
  const components = circumstances.components.map((each) =>
    each.client === "curl" && curl !== undefined ? { ...each, version: curl } : each,
  );
  return judge({ ...circumstances, components }, { settings, fileFaults: [] }).findings.flatMap((each) =>
    each.code === "bypass-matches-some-clients"
      ? [[each.args.hosts, each.args.entries, each.args.matching.join(" "), each.args.missing.join(" ")]]
      : [],
  );
}

describe("an entry that", () => {
  test.each<[string, string, string, string, string]>([
    ["is a network", "10.0.0.0/16,ghe.example.com", "10.0.1.238", "curl go", "wget apt botocore"],
    ["has a star", "10.0.1.238,*.example.com", "ghe.example.com", "go", "curl wget apt botocore"],
    ["has a dot", "10.0.1.238,.ghe.example.com", "ghe.example.com", "curl botocore", "wget apt go"],
    [
      "has a port",
      "10.0.1.238:443,10.0.1.238:80,ghe.example.com",
      "10.0.1.238",
      "go",
      "curl wget apt botocore",
    ],
  ])("%s: %s", async (_, entries, host, matching, missing) => {
    const [said, ...others] = await saidOf(`${REST},${entries}`);
    expect(others).toEqual([]);
    expect(said?.[0]).toEqual([host]);
    expect(said?.slice(2)).toEqual([matching, missing]);
  });
});

test("the entries are told, those that look like a match and those that are one for others", async () => {
  expect((await saidOf(`${REST},ghe.example.com,10.0.0.0/16`))[0]?.[1]).toEqual(["10.0.0.0/16"]);
});

test("an older curl reads no networks", async () => {
  const [said] = await saidOf(`${REST},ghe.example.com,10.0.0.0/16`, "7.68.0");
  expect(said?.slice(2)).toEqual(["go", "curl wget apt botocore"]);
});

test.each([
  ["hosts in full", "10.0.1.238,ghe.example.com"],
  ["a bare suffix", "10.0.1.238,example.com"],
  ["what nobody takes for a match", "10.0.1.*,ghe.example.com"],
  ["an end that apt alone compares with", "10.9.0.0/16,0.1.238,ghe.example.com"],
  ["blanks, which are another mistake", "10.0.1.238, ghe.example.com"],
  ["hosts that only look alike", "10.0.1.238,ghe.example.com,10.1.0.0/16,*.example.org"],
])("%s are no dispute", async (_, entries) => {
  expect(await saidOf(`${REST},${entries}`)).toEqual([]);
});

test("that Go spares this machine by itself is none either", async () => {
  const list = "169.254.169.254,172.17.0.1,amazonaws.com,10.0.1.238,ghe.example.com";
  expect(await saidOf(list)).toEqual([]);
  // `127.*` looks like a match, and Go needs none.
  expect(await saidOf(`${list},127.*`)).toEqual([]);
});
