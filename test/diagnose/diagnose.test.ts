import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { anySituation, PROXIES } from "../rig/any-situation.ts";
import { judged } from "../rig/judged.ts";
import { judgedScenario, SCENARIOS } from "../scenarios/scenario.ts";

const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id);

describe("the ids of findings", () => {
  test.each(SCENARIOS)("are unique in %s", async (name) => {
    const ids = idsOf((await judgedScenario(name)).judgement.findings);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("are unique, and every cause and fix is found by them, whatever was seen", {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anySituation, async (situation) => {
        const { judgement, fixes } = await judged(situation);
        const ids = idsOf(judgement.findings);
        expect(judgement.faults).toEqual([]);
        expect(ids).toEqual([...new Set(ids)]);
        const named = [
          ...judgement.findings.flatMap(({ causedBy }) => causedBy),
          ...fixes.flatMap(({ findings }) => findings),
        ];
        expect(named.filter((id) => !ids.includes(id))).toEqual([]);
        expect(new Set(fixes.map(({ id }) => id)).size).toBe(fixes.length);
      }),
    );
  });

  test("tell two proxies that deny one target apart", async () => {
    const { judgement } = await judged({
      machine: fakeMachine({
        "/etc/environment": `https_proxy="${PROXIES[0]}"\n`,
        "/etc/systemd/system/docker.service.d/a.conf": `[Service]\nEnvironment=HTTPS_PROXY=${PROXIES[1]}\n`,
      }),
      flags: { role: "services" },
      saw: {
        direct: { "*": "tcp/timed-out" },
        [PROXIES[0]]: { "*": "works", "license-server/*": "tunnel/proxy-denied" },
        [PROXIES[1]]: { "*": "works", "license-server/*": "tunnel/proxy-denied" },
      },
    });
    expect(idsOf(judgement.findings).filter((id) => id.startsWith("proxy-denies-target"))).toEqual([
      `proxy-denies-target:${PROXIES[0]}`,
      `proxy-denies-target:${PROXIES[1]}`,
    ]);
  });
});
