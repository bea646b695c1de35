import { expect, test } from "vitest";
import { PROBES } from "../../probes/index.ts";
import { endpointOf, isConfigured } from "../../src/model/target.ts";

test("an IPv6 address is dialled as it is named", () => {
  const nothing = {
    role: "services",
    egress: "standard",
    region: "us-east-1",
    onEc2: "no",
    init: "unknown",
  } as const;
  const installation = {
    ...nothing,
    addresses: [],
    programs: {},
    found: {},
    services: "fd00::1",
    ghe: "fd00::2",
  };
  const hosts = (probe: "services-machine" | "github-enterprise") =>
    new Set(
      PROBES[probe](installation)
        .filter(isConfigured)
        .map(({ url }) => endpointOf(url).host),
    );
  expect([...hosts("services-machine")]).toEqual(["fd00::1"]);
  expect([...hosts("github-enterprise")]).toEqual(["fd00::2"]);
});
