import { describe, expect, test } from "vitest";
import { githubEnterprise } from "../probes/github-enterprise.ts";
import { servicesMachine } from "../probes/services-machine.ts";
import { parseProxyUrl } from "../src/decide/proxies.ts";
import type { Installation } from "../src/model/installation.ts";
import { isConfigured } from "../src/model/target.ts";
import { plan, select } from "../src/plan.ts";
import { fakeInstallation } from "./rig/installation.ts";

const installation: Installation = fakeInstallation({
  role: "services",
  onEc2: "yes",
  init: "systemd",
  services: "fd00::5",
  ghe: "ghe.example.com",
});

const targets = [...githubEnterprise(installation), ...servicesMachine(installation)].filter(isConfigured);
const proxies = ["10.0.0.33:3128", "socks5h://10.0.0.34"].flatMap((url) => parseProxyUrl(url) ?? []);

describe("plan", () => {
  const attempts = plan(targets, proxies);

  test("holds every target on every route, direct first, in target order", () => {
    expect(attempts).toHaveLength(targets.length * 3);
    expect(attempts.slice(0, 3).map(({ id }) => id)).toEqual([
      "github-enterprise/web@direct",
      "github-enterprise/web@http://10.0.0.33:3128",
      "github-enterprise/web@socks5h://10.0.0.34:1080",
    ]);
  });

  test.each([
    ["services-machine/vm-service@http://10.0.0.33:3128", "forward"],
    ["services-machine/web@http://10.0.0.33:3128", "tunnel"],
    ["services-machine/artifacts@http://10.0.0.33:3128", "tunnel"],
    ["github-enterprise/ssh@http://10.0.0.33:3128", "tunnel"],
    ["services-machine/vm-service@socks5h://10.0.0.34:1080", "socks"],
  ])("%s goes by %s", (id, mode) => {
    expect(attempts.find((each) => each.id === id)?.route).toMatchObject({ kind: "proxy", mode });
  });

  test("an IPv6 Services machine is spelled as a URL wants it", () => {
    expect(targets.map(({ url }) => url)).toContain("tcp://[fd00::5]:4647");
  });
});

test("select keeps what is named, by target or by probe, and drops what is skipped", () => {
  const ids = (only: readonly string[], skip: readonly string[]) =>
    select(targets, only, skip).map(({ id }) => id);
  expect(ids(["github-enterprise"], ["github-enterprise/ssh"])).toEqual([
    "github-enterprise/web",
    "github-enterprise/api",
  ]);
  expect(ids([], ["github-enterprise", "services-machine"])).toEqual([]);
  expect(ids(["services-machine/nomad"], [])).toEqual(["services-machine/nomad"]);
});
