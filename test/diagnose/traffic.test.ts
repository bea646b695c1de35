import { describe, expect, test } from "vitest";
import { openCase } from "../../src/diagnose/evidence.ts";
import { judge } from "../../src/diagnose/judge.ts";
import { isJudged, matters } from "../../src/diagnose/traffic.ts";
import type { Installation } from "../../src/model/installation.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { type Judged, judged } from "../rig/judged.ts";
import type { Showing } from "../rig/observed.ts";

const PROXY = "http://10.0.0.33:3128";
const OURS = "i-0aaaaaaaaaaaaaaaa 10.0.1.238";
const THEIRS = "i-0bbbbbbbbbbbbbbbb 10.0.0.33";
const METADATA = "ec2-metadata/identity";

function caseOf({ circumstances, settings, judgement }: Judged) {
  return openCase({ ...circumstances, settings, fileFaults: [], ...judgement });
}

function targetOf({ circumstances }: Judged, id: string) {
  const target = circumstances.targets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`no target ${id}`);
  return target;
}

describe("what programs that know no proxy dial", () => {
  const SSH = "github-enterprise/ssh";

  test.each(["either", "should-direct"] as const)("is not looked for behind a proxy (%s)", async (policy) => {
    const { circumstances, settings } = await judged({
      machine: fakeMachine({ "/etc/environment": `https_proxy=${PROXY}\n` }),
      flags: { role: "nomad-client", ghe: "ghe.example.com" },
      saw: {
        direct: { "*": "works", [SSH]: "tcp/refused" },
        [PROXY]: { "*": "works", [SSH]: "tunnel/proxy-cannot-reach" },
      },
    });
    const targets = circumstances.targets.map((each) =>
      each.id === SSH ? { ...each, policy: { standard: policy, corporate: policy } } : each,
    );
    const { findings } = judge({ ...circumstances, targets }, { settings, fileFaults: [] });
    const about = findings.filter(({ evidence }) => evidence.some((id) => id.startsWith(`${SSH}@`)));
    expect(about).toMatchObject([
      {
        code: "target-unreachable",
        causedBy: [],
        args: { failures: [{ route: "direct", code: "refused" }] },
      },
    ]);
  });
});

describe("instance metadata", () => {
  async function asked(onEc2: Installation["onEc2"], direct: Showing, through: Showing) {
    const vendor = { yes: "Amazon EC2", no: "Dell Inc.", unknown: "" }[onEc2];
    return judged({
      machine: fakeMachine({
        ...(vendor === "" ? {} : { "/sys/class/dmi/id/sys_vendor": vendor }),
        "/etc/environment": `http_proxy=${PROXY}\nno_proxy=127.0.0.1,localhost\n`,
      }),
      flags: { role: "services" },
      saw: {
        direct: { "*": "works", [METADATA]: direct },
        [PROXY]: { "*": "works", [METADATA]: through },
      },
    });
  }
  const codesOf = ({ judgement }: Judged) =>
    judgement.findings
      .filter(({ evidence }) => evidence.includes(`${METADATA}@direct`))
      .map(({ code }) => code);

  test.each<[Installation["onEc2"], Showing, boolean]>([
    ["yes", OURS, true],
    ["yes", "tcp/timed-out", true],
    ["unknown", OURS, true],
    ["unknown", "tcp/timed-out", false],
    ["unknown", "unmeasured", false],
    ["unknown", "unrecognised", false],
    ["unknown", "block-page", false],
  ])("EC2: %s, direct: %s: judged is %s", async (onEc2, direct, expected) => {
    const whole = await asked(onEc2, direct, THEIRS);
    expect(whole.circumstances.installation.onEc2).toBe(onEc2);
    expect(isJudged(caseOf(whole), targetOf(whole, METADATA))).toBe(expected);
    expect(isJudged(caseOf(whole), targetOf(whole, "s3/global"))).toBe(true);
    expect(codesOf(whole).length > 0).toBe(expected);
  });

  test("that only a proxy answers, of itself, is nobody's fault where this may be no instance", async () => {
    expect((await asked("unknown", "tcp/timed-out", THEIRS)).judgement.findings).toEqual([]);
  });

  test.each<[string, Showing, Showing, boolean]>([
    ["another instance's id", OURS, THEIRS, true],
    ["our id", OURS, OURS, false],
    ["our id at an address that is not ours", OURS, "i-0aaaaaaaaaaaaaaaa 10.0.0.33", false],
    ["another id at our address", OURS, "i-0bbbbbbbbbbbbbbbb 10.0.1.238", true],
    ["our address, and no answer directly", "tcp/timed-out", OURS, false],
    ["another address, and no answer directly", "tcp/timed-out", THEIRS, true],
  ])("through the proxy %s", async (_what, direct, through, expected) => {
    const { judgement } = await asked("yes", direct, through);
    const said = judgement.findings.filter(({ code }) => code === "metadata-of-another-machine");
    expect(said.length > 0).toBe(expected);
  });
});

describe("a route's state matters", () => {
  const SECOND = "http://10.0.0.34:3128";
  const seen = (direct: Showing, first: Showing, second: Showing) =>
    judged({
      machine: fakeMachine({
        "/etc/environment": `https_proxy=${PROXY}\n`,
        "/etc/systemd/system/nomad.service.d/a.conf": `[Service]\nEnvironment=HTTPS_PROXY=${SECOND}\n`,
      }),
      flags: { role: "services" },
      saw: { direct: { "*": direct }, [PROXY]: { "*": first }, [SECOND]: { "*": second } },
    });
  const mattering = async (whole: Judged, id: string) =>
    ["direct", PROXY, SECOND].filter((route) => matters(caseOf(whole), targetOf(whole, id), route));

  test("where a component goes that way, though another way would serve", async () => {
    const whole = await seen("works", "tunnel/proxy-denied", "tunnel/proxy-denied");
    expect(await mattering(whole, "license-server/get")).toEqual([PROXY]);
    expect(await mattering(whole, "license-server/api")).toEqual(["direct"]);
  });

  test("where no allowed way serves", async () => {
    const whole = await seen("tcp/timed-out", "tunnel/proxy-denied", "tunnel/proxy-denied");
    expect(await mattering(whole, "license-server/get")).toEqual(["direct", PROXY, SECOND]);
  });

  test("not where policy forbids it, nor for a target that nobody calls", async () => {
    const whole = await judged({
      machine: fakeMachine({
        "/etc/environment": `http_proxy=${PROXY}\n`,
        "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
      }),
      flags: { role: "workstation", services: "10.0.1.238" },
      saw: { direct: { "*": "tcp/timed-out" }, [PROXY]: { "*": "tunnel/proxy-denied" } },
    });
    expect(await mattering(whole, "services-machine/web")).toEqual(["direct"]);
    expect(await mattering(whole, "license-server/get")).toEqual([]);
  });

  test("so a refusal that concerns nobody is no finding", async () => {
    const { judgement } = await seen("works", "works", "tunnel/proxy-denied");
    expect(judgement.findings.map(({ code }) => code)).not.toContain("proxy-denies-target");
  });
});
