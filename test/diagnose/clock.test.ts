import { describe, expect, test } from "vitest";
import { machineClock } from "../../src/diagnose/clock.ts";
import type { AnsweredBy, Observation } from "../../src/model/observation.ts";
import { attemptId } from "../../src/model/observation.ts";
import type { Headers, Phase } from "../../src/model/phase.ts";
import { DIRECT, type Route, routeId } from "../../src/model/route.ts";
import type { TargetId } from "../../src/model/target.ts";
import { fakeInstallation } from "../rig/installation.ts";
import { targetOf } from "../rig/measuring.ts";

const PROXY: Route = { kind: "proxy", proxy: "http://10.0.0.33:3128", mode: "tunnel" };
const HOSTS = ["a.example", "b.example", "c.example", "d.example"];
const targets = [
  ...HOSTS.flatMap((host) => [
    targetOf({ url: `https://${host}/` }, `s3/${host}`),
    targetOf({ url: `https://${host}:8443/` }, `s3/${host}-again`),
  ]),
  targetOf({ url: "https://10.0.1.238/" }, "services-machine/web"),
  targetOf({ url: "https://10.0.1.7/" }, "github-enterprise/web"),
];

type Answer = {
  readonly of: TargetId;
  readonly ahead?: number;
  readonly by?: AnsweredBy;
  readonly route?: Route;
  readonly headers?: Headers;
  readonly tunnel?: number;
};

/** Answers as they are recorded; `ahead` and `tunnel` are seconds. */
function observationOf({
  of,
  ahead,
  by = "target",
  route = DIRECT,
  headers = {},
  tunnel,
}: Answer): Observation {
  const told = (seconds: number | undefined) =>
    seconds === undefined ? {} : { clockAheadMs: 1000 * seconds };
  const phases: Phase[] = [
    ...(tunnel === undefined
      ? []
      : [{ name: "tunnel", status: "ok", ms: 1, facts: { status: 200, headers, ...told(tunnel) } } as const]),
    { name: "response", status: "ok", ms: 1, facts: { status: 200, headers, body: "", ...told(ahead) } },
  ];
  return { id: attemptId(of, routeId(route)), target: of, route, outcome: "ok", answeredBy: by, phases };
}

function clockBy(answers: readonly Answer[], more: Parameters<typeof fakeInstallation>[0] = {}) {
  const installation = fakeInstallation({ role: "services", addresses: ["10.0.1.238", "10.0.1.7"], ...more });
  return machineClock({ installation, targets, observations: answers.map(observationOf) });
}

describe("this machine's clock", () => {
  test("is behind by what two hosts are ahead, and ahead by what they are behind", () => {
    expect(
      clockBy([
        { of: "s3/a.example", ahead: 400 },
        { of: "s3/b.example", ahead: 402 },
      ]),
    ).toEqual({
      aheadSeconds: -401,
      hosts: 2,
      answers: ["s3/a.example@direct", "s3/b.example@direct"],
    });
    const ahead = clockBy([
      { of: "s3/a.example", ahead: -7200 },
      { of: "s3/b.example", ahead: -7200 },
    ]);
    expect(ahead?.aheadSeconds).toBe(7200);
  });

  test("is right where they agree with it, and no less than nothing ahead", () => {
    const clock = clockBy([
      { of: "s3/a.example", ahead: 0.2 },
      { of: "s3/b.example", ahead: -0.1 },
    ]);
    expect(Object.is(clock?.aheadSeconds, 0)).toBe(true);
  });

  test.each<[string, readonly Answer[]]>([
    ["nobody", []],
    ["one host", [{ of: "s3/a.example", ahead: 400 }]],
    [
      "one host, by two of its services",
      [
        { of: "s3/a.example", ahead: 9 },
        { of: "s3/a.example-again", ahead: 9 },
      ],
    ],
    [
      "one host, on two routes",
      [
        { of: "s3/a.example", ahead: 9 },
        { of: "s3/a.example", ahead: 9, route: PROXY },
      ],
    ],
    ["a host without a clock", [{ of: "s3/a.example", ahead: 9 }, { of: "s3/b.example" }]],
    [
      "two that disagree",
      [
        { of: "s3/a.example", ahead: 0 },
        { of: "s3/b.example", ahead: 400 },
      ],
    ],
    [
      "two against one",
      [
        { of: "s3/a.example", ahead: 400 },
        { of: "s3/b.example", ahead: 400 },
        { of: "s3/c.example", ahead: 0 },
      ],
    ],
    [
      "a cache",
      [
        { of: "s3/a.example", ahead: 400 },
        { of: "s3/b.example", ahead: 400, headers: { age: "0" } },
      ],
    ],
    [
      "this machine's own service",
      [
        { of: "s3/a.example", ahead: 9 },
        { of: "services-machine/web", ahead: 9 },
      ],
    ],
    [
      "an address of its own",
      [
        { of: "s3/a.example", ahead: 9 },
        { of: "github-enterprise/web", ahead: 9 },
      ],
    ],
    [
      "strangers on one route, who may be one",
      [
        { of: "s3/a.example", ahead: 400, by: "someone-else" },
        { of: "s3/b.example", ahead: 400, by: "unknown" },
        { of: "s3/c.example", ahead: 400, by: "proxy" },
      ],
    ],
    [
      "one proxy, however often it answers",
      [
        { of: "s3/a.example", ahead: 400, by: "proxy", route: PROXY },
        { of: "s3/b.example", ahead: 400, by: "proxy", route: PROXY },
        { of: "s3/c.example", tunnel: 400, route: PROXY },
      ],
    ],
  ])("is not known by %s", (_, answers) => {
    expect(clockBy(answers)).toBeUndefined();
  });

  test("is known by three hosts against one, and only by those that agree", () => {
    const clock = clockBy([
      { of: "s3/a.example", ahead: 400 },
      { of: "s3/b.example", ahead: 0 },
      { of: "s3/c.example", ahead: 405 },
      { of: "s3/d.example", ahead: 395 },
    ]);
    expect(clock).toEqual({
      aheadSeconds: -398,
      hosts: 3,
      answers: ["s3/a.example@direct", "s3/c.example@direct", "s3/d.example@direct"],
    });
  });

  test("is known by a proxy's own answer and one that came through it", () => {
    const clock = clockBy([{ of: "s3/a.example", ahead: 400, tunnel: 400, route: PROXY }]);
    expect(clock).toMatchObject({ aheadSeconds: -400, hosts: 2, answers: [`s3/a.example@${PROXY.proxy}`] });
  });

  test("counts another's service for what it is on a machine that has none", () => {
    const answers = [
      { of: "s3/a.example", ahead: 9 },
      { of: "services-machine/web", ahead: 9 },
    ] as const;
    expect(clockBy(answers, { role: "nomad-client", addresses: [] })).toMatchObject({ hosts: 2 });
  });
});
