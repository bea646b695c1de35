import { expect, test } from "vitest";
import { cloudFacts } from "../../src/discover/cloud-init.ts";
import { fakeMachine } from "./fake-machine.ts";

const PATH = "/run/cloud-init/instance-data.json";
const factsOf = (data: unknown) => cloudFacts(fakeMachine({ [PATH]: JSON.stringify(data, undefined, 1) }));

test("cloud, region and address, each with its line", async () => {
  const data = {
    ds: {
      dynamic: { "instance-identity": { document: { region: "eu-west-1" } } },
      meta_data: { "local-hostname": "ip", "local-ipv4": "10.0.1.238" },
    },
    v1: { cloud_name: "aws", region: "eu-west-1" },
  };
  expect(await factsOf(data)).toEqual({
    cloud: { value: "aws", found: `${PATH}:16` },
    region: { value: "eu-west-1", found: `${PATH}:17` },
    address: { value: "10.0.1.238", found: `${PATH}:12` },
  });
});

test("the keys of older releases", async () => {
  expect(await factsOf({ v1: { "cloud-name": "aws", region: null } })).toEqual({
    cloud: { value: "aws", found: `${PATH}:3` },
  });
});

test.each([
  "",
  "[]",
  "null",
  '{"v1": 1, "ds": {"meta_data": []}}',
  '{"v1": {"region": {"a": 1}}}',
  "[".repeat(100_000),
])("nothing is known by a file that holds something else (%#)", async (text) => {
  expect(await cloudFacts(fakeMachine({ [PATH]: text }))).toEqual({});
});

test("nothing is known without the file", async () => {
  expect(await cloudFacts(fakeMachine({}))).toEqual({});
});
