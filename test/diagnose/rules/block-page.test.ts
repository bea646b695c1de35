import { describe, expect, test } from "vitest";
import { judge } from "../../../src/diagnose/judge.ts";
import type { Finding, FindingCode } from "../../../src/model/finding.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";

type Seen = Exclude<Observation, { outcome: "broken" }>;

/** The findings of a code where the license server shows this through the proxy, each target what `more` makes of it. */
async function toldOf<C extends FindingCode>(
  code: C,
  shows: string,
  more: (seen: Seen) => Partial<Seen>,
): Promise<readonly Extract<Finding, { code: C }>["args"][]> {
  const { circumstances, settings } = await judged({
    machine: fakeMachine({
      "/etc/default/replicated": `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e HTTPS_PROXY=${PROXY}"\n`,
    }),
    flags: { role: "services", services: "10.0.1.238" },
    saw: {
      direct: { "*": "tcp/timed-out" },
      [PROXY]: { "*": "works", "license-server/*": shows },
    },
  });
  const observations = circumstances.observations.map((each): Observation => {
    if (each.outcome === "broken" || each.route.kind === "direct") return each;
    return each.target.startsWith("license-server/") ? ({ ...each, ...more(each) } as Seen) : each;
  });
  const { findings } = judge({ ...circumstances, observations }, { settings, fileFaults: [] });
  return findings.flatMap((each) => (each.code === code ? [each.args as never] : []));
}

describe("block-page", () => {
  test("names the filter where it gave itself away, on whichever target", async () => {
    const [args] = await toldOf("block-page", "block-page", ({ target }) =>
      target === "license-server/get" ? { product: "Zscaler" } : {},
    );
    expect(args).toMatchObject({ route: PROXY, product: "Zscaler" });
  });

  test("names nobody where nobody did", async () => {
    const [args] = await toldOf("block-page", "block-page", () => ({}));
    expect(args).not.toHaveProperty("product");
  });

  test("speaks of a proxy's own answer that is no failure, too", async () => {
    const [args] = await toldOf("block-page", "block-page", () => ({
      answeredBy: "proxy",
      product: "mitmproxy",
    }));
    expect(args).toMatchObject({ route: PROXY, product: "mitmproxy" });
  });

  test("does not speak where nobody knows whose an answer is", async () => {
    expect(await toldOf("block-page", "unrecognised", () => ({}))).toEqual([]);
  });
});

describe("what a proxy says of its refusals is told", () => {
  const failing = (errno: (seen: Seen) => string | undefined) => (seen: Seen) => ({
    product: "squid",
    phases: seen.phases.map((phase) =>
      phase.status === "failed" ? { ...phase, failure: { ...phase.failure, errno: errno(seen) } } : phase,
    ) as Seen["phases"],
  });

  test("with the product that refuses", async () => {
    const [args] = await toldOf("proxy-denies-target", "tunnel/proxy-denied", () => ({
      product: "Fortinet",
    }));
    expect(args).toMatchObject({ product: "Fortinet" });
  });

  test("with the cause where it is the same for all", async () => {
    const told = toldOf.bind(undefined, "proxy-cannot-reach-target", "tunnel/proxy-cannot-reach");
    const [same] = await told(failing(() => "ECONNREFUSED"));
    expect(same).toMatchObject({ product: "squid", errno: "ECONNREFUSED" });
    const [mixed] = await told(
      failing(({ target }) => (target === "license-server/get" ? "ETIMEDOUT" : "ECONNREFUSED")),
    );
    expect(mixed).not.toHaveProperty("errno");
  });
});
