import { expect, test } from "vitest";
import { findRegion } from "../../src/discover/region.ts";
import { fakeMachine } from "./fake-machine.ts";

const CONFIG = "[profile x]\nregion = us-west-1\n\n[default]\noutput = json\nregion = us-west-2\r\n";
const files = { "/root/.aws/config": CONFIG, "/home/me/.aws/config": "[default]\nregion=eu-central-1\n" };
const cloud = { region: { value: "eu-west-1", found: "data:3" } };

test("the environment wins, of its two variables the first that names a region", async () => {
  const both = { AWS_REGION: "eu-west-2", AWS_DEFAULT_REGION: "eu-west-3" };
  expect(await findRegion(fakeMachine(files, both), cloud)).toEqual({
    value: "eu-west-2",
    found: "environment",
  });
  expect(await findRegion(fakeMachine(files, { ...both, AWS_REGION: "" }), cloud)).toMatchObject({
    value: "eu-west-3",
  });
});

test("then the machine's own, where it is one of AWS's", async () => {
  expect(await findRegion(fakeMachine(files, { AWS_REGION: "nowhere" }), cloud)).toEqual(cloud.region);
  const azure = { region: { value: "westeurope", found: "data:3" } };
  expect(await findRegion(fakeMachine(files), azure)).toMatchObject({ value: "us-west-2" });
});

test("then that of the user's AWS command, from its default section", async () => {
  expect(await findRegion(fakeMachine(files), {})).toEqual({
    value: "us-west-2",
    found: "/root/.aws/config:6",
  });
  expect(await findRegion(fakeMachine(files, { HOME: "/home/me" }), {})).toEqual({
    value: "eu-central-1",
    found: "/home/me/.aws/config:2",
  });
});

test("else none", async () => {
  const other = {
    "/root/.aws/config": "region = us-east-1\n[default]\nregion = a.b\n[profile default]\nregion = us-west-1",
  };
  expect(await findRegion(fakeMachine(other), {})).toBeUndefined();
});

test.each(["us-gov-west-1", "cn-northwest-1", "ap-southeast-2", "us-isob-east-1"])(
  "%s is one",
  async (region) => {
    expect(await findRegion(fakeMachine({}, { AWS_REGION: region }), {})).toMatchObject({ value: region });
  },
);
