import { applyPatch as applyDiff } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../src/diagnose/judge.ts";
import { complaintsOf, weighs } from "../../src/fix/verify.ts";
import { applyPatch, readingOf, type Workspace } from "../../src/fix/workspace.ts";
import { maskLine } from "../../src/formats/mask-line.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Fix } from "../../src/model/fix.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { anySituation } from "../rig/any-situation.ts";
import { type Judged, judged } from "../rig/judged.ts";
import type { Showings } from "../rig/observed.ts";
import { judgedScenario, SCENARIOS } from "../scenarios/scenario.ts";

const PROXY = "http://10.0.0.33:3128";
const EC2 = { "/sys/class/dmi/id/sys_vendor": "Amazon EC2" };
const IDENTITY = "i-0aaaaaaaaaaaaaaaa 10.0.1.238";
const NAMES = { services: "10.0.1.238", ghe: "ghe.example.com", bucket: "circleci-example-bucket" };
const OPEN: Showings = {
  direct: { "*": "works", "license-server/*": "tcp/timed-out", "ec2-metadata/identity": IDENTITY },
  [PROXY]: { "*": "works", "ec2-metadata/identity": "response/proxy-denied" },
};
/** Nothing but internal machines is reached past the proxy. */
const CLOSED: Showings = {
  direct: { ...OPEN["direct"], "s3/*": "tcp/timed-out", "ec2-api/*": "tcp/timed-out" },
  [PROXY]: { ...OPEN[PROXY] },
};

const verified = (fixes: readonly Fix[]) => fixes.filter(({ verdict }) => verdict === "verified");
const editsOf = (fixes: readonly Fix[]) =>
  fixes.flatMap(({ patch }) =>
    patch.map(({ file, line, op, name, value }) => `${file}:${line} ${name} ${op} ${value}`),
  );
/** Edits of entries; where Java has no options, it is given some besides. */
const listEditsOf = (fixes: readonly Fix[]) =>
  editsOf(fixes).filter((edit) => / (add|remove)-entry /.test(edit));
const textOf = (workspace: Workspace, path: string) =>
  workspace.files.find((file) => file.path === path)?.text ?? "";
const made = ({ workspace }: Judged, fixes: readonly Fix[]) =>
  fixes.flatMap(({ patch }) => patch).reduce(applyPatch, workspace);
const ofTraffic = (findings: readonly Finding[], code: Finding["code"]) =>
  findings.filter((each) => each.code === code);

/** A text as diffs show it. */
function shown(text: string): string {
  return text
    .split("\n")
    .map((line) => maskLine(line))
    .join("\n");
}

/** All that a reader of the report would do: the diffs one after the other, as they are printed. */
function withDiffs(workspace: Workspace, fixes: readonly Fix[]): ReadonlyMap<string, string | false> {
  const texts = new Map<string, string | false>(workspace.files.map(({ path, text }) => [path, shown(text)]));
  for (const { diff } of fixes) {
    for (const one of diff.split(/^(?=--- )/m).filter(Boolean)) {
      const path = /^\+\+\+ (.*)$/m.exec(one)?.[1]?.trim() ?? "";
      const text = texts.get(path) ?? "";
      texts.set(path, typeof text === "string" && applyDiff(text, one));
    }
  }
  return texts;
}

function expectToHoldTogether(whole: Judged): void {
  const { circumstances, judgement, fixes } = whole;
  const good = verified(fixes);
  const after = judge(circumstances, readingOf(made(whole, good)));
  const weighing = (findings: readonly Finding[]) => complaintsOf(findings.filter(weighs));
  const before = weighing(judgement.findings);
  expect(weighing(after.findings).filter((complaint) => !before.includes(complaint))).toEqual([]);
  for (const { findings, components } of good) {
    const about = components.map((id) => `${findings[0]?.split(":")[0]} ${id}>`);
    const claimed = complaintsOf(judgement.findings.filter(({ id }) => id === findings[0]));
    const isMine = (complaint: string) => about.some((start) => complaint.startsWith(start));
    // What is said of settings is said of no component, and mended whole.
    const mine = components.length === 0 ? claimed : claimed.filter(isMine);
    expect(mine.length).toBeGreaterThan(0);
    expect(weighing(after.findings).filter((complaint) => mine.includes(complaint))).toEqual([]);
  }
  const worthMaking = fixes.filter(({ verdict }) => verdict === "verified" || verdict === "unmeasured");
  const texts = withDiffs(whole.workspace, worthMaking);
  for (const { path, text } of made(whole, worthMaking).files) expect(texts.get(path)).toBe(shown(text));
}

describe("verified fixes hold together", () => {
  test.each(SCENARIOS)("in %s", async (name) => expectToHoldTogether(await judgedScenario(name)));

  test("whatever the settings and the network", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySituation, async (situation) => expectToHoldTogether(await judged(situation))),
    );
  });

  test("three findings that want the same new list share it", async () => {
    const whole = await judged({
      machine: fakeMachine({
        ...EC2,
        "/etc/environment": `http_proxy="${PROXY}"\nhttps_proxy="${PROXY}"\n`,
      }),
      flags: { role: "nomad-client", services: "10.0.1.238", bucket: "circleci-example-bucket" },
      saw: OPEN,
    });
    expect(verified(whole.fixes).map(({ findings }) => findings[0])).toEqual([
      "misrouted-to-proxy:ec2-metadata/identity",
      "bypass-missing:internal/loopback",
      "avoidable-proxying:s3/regional",
    ]);
    const text = textOf(made(whole, whole.fixes), "/etc/environment");
    for (const name of ["NO_PROXY", "no_proxy"]) {
      expect(text.match(new RegExp(`^${name}=.*$`, "gm"))).toEqual([
        `${name}="169.254.169.254,127.0.0.1,localhost,s3.us-east-1.amazonaws.com,s3.amazonaws.com"`,
      ]);
    }
  });
});

describe("a proxy that was measured to be out", () => {
  const DEAD = "http://10.0.0.33:4999";
  const [LOGIN, CUSTOMIZATIONS] = ["/etc/environment", "/etc/circle-installation-customizations"];
  const LIST = "169.254.169.254,127.0.0.1,localhost,10.0.1.238,ghe.example.com,s3.us-east-1.amazonaws.com";
  const shells = {
    ...EC2,
    [LOGIN]: `http_proxy=${DEAD}\nhttps_proxy=${DEAD}\nno_proxy=${LIST}\n`,
    [CUSTOMIZATIONS]: `export http_proxy=${DEAD}\nexport https_proxy=${DEAD}\nexport no_proxy=${LIST}\n`,
  };
  const saw = { ...CLOSED, [DEAD]: { "*": "proxy-tcp/refused" } };
  const flags = { role: "services", ...NAMES } as const;

  test("gives way to one that serves, and what is sent through a proxy then is sent through that one", async () => {
    const dropIn = `[Service]\nEnvironment=HTTP_PROXY=${PROXY} HTTPS_PROXY=${PROXY} NO_PROXY=${LIST}\n`;
    const machine = fakeMachine({ ...shells, "/etc/systemd/system/docker.service.d/proxy.conf": dropIn });
    const whole = await judged({ machine, flags, saw });
    const good = verified(whole.fixes);
    expect(good[0]?.findings[0]).toBe("proxies-disagree:machine");
    expect(editsOf(good)).toContain(`${LOGIN}:3 no_proxy remove-entry s3.us-east-1.amazonaws.com`);
    const after = made(whole, good);
    for (const path of [LOGIN, CUSTOMIZATIONS]) {
      expect(textOf(after, path)).not.toMatch(/4999|s3\.us-east-1/);
      expect(textOf(after, path)).toContain(PROXY);
    }
    const [disagreement] = ofTraffic(whole.judgement.findings, "proxies-disagree");
    expect(disagreement?.args).toMatchObject({
      proxies: [
        { proxy: "10.0.0.33:4999", standing: "out" },
        { proxy: "10.0.0.33:3128", standing: "serves" },
      ],
    });
  });

  test("is given to nobody else where it is the only one", async () => {
    const { fixes } = await judged({ machine: fakeMachine(shells), flags, saw });
    expect(editsOf(verified(fixes)).filter((edit) => edit.includes("4999"))).toEqual([]);
  });
});

test("of two passwords neither is given to who has none", async () => {
  const login = (password: string) => `https_proxy=http://joe:${password}@10.0.0.33:3128\n`;
  const proposed = async (other: string) => {
    const machine = fakeMachine({
      ...EC2,
      "/etc/environment": login("one"),
      "/etc/circle-installation-customizations": `export ${login(other)}`,
    });
    const saw = { ...CLOSED, "http://joe@10.0.0.33:3128": { "*": "works" } } as const;
    const { fixes } = await judged({ machine, flags: { role: "services", ...NAMES }, saw });
    return editsOf(fixes).filter((edit) => edit.includes("/docker.service.d/"));
  };
  expect(await proposed("another")).toEqual([]);
  expect((await proposed("one")).length).toBeGreaterThan(0);
});

describe("what can be mended is, whatever becomes of the rest", () => {
  const machine = fakeMachine({
    ...EC2,
    "/etc/replicated.conf": `{"HttpProxy": "${PROXY}"}`,
    "/etc/default/replicated": `REPLICATED_OPTS="-e HTTPS_PROXY=${PROXY} -e NO_PROXY=replicated.com"\n`,
  });

  test("the component with an entry too many, beside one without any proxy", async () => {
    const { judgement, fixes } = await judged({ machine, flags: { role: "services" }, saw: CLOSED });
    const [finding] = ofTraffic(judgement.findings, "misrouted-direct");
    const fix = fixes.find(({ components }) => components.includes("replicated"));
    expect(finding?.args).toMatchObject({ components: expect.arrayContaining(["replicated"]) });
    expect(fix).toMatchObject({ verdict: "verified", components: ["replicated"] });
    expect(editsOf(verified(fixes.filter(({ findings }) => findings[0] === finding?.id)))).toEqual([
      "/etc/default/replicated:1 NO_PROXY remove-entry replicated.com",
    ]);
  });
});

describe("a list of exceptions", () => {
  const CUSTOMIZATIONS = "/etc/circle-installation-customizations";
  const customizations = (...lines: readonly string[]) =>
    fakeMachine({
      ...EC2,
      [CUSTOMIZATIONS]: `${lines.join("\n")}\n`,
    });
  const PROXIES = [`export http_proxy=${PROXY}`, `export https_proxy=${PROXY}`];
  const JVM =
    "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";
  const internal = "10.0.1.238,ghe.example.com";

  test("of a JVM that is written with commas is written anew with bars", async () => {
    const whole = await judged({
      machine: customizations(`export JVM_OPTS="${JVM} -Dhttp.nonProxyHosts=localhost,10.0.1.238"`),
      flags: { role: "services", ...NAMES },
      saw: CLOSED,
    });
    const text = textOf(made(whole, verified(whole.fixes)), CUSTOMIZATIONS);
    expect(text).toContain('-Dhttp.nonProxyHosts=localhost|10.0.1.238|ghe.example.com"');
  });

  test("gets no entry that another one makes needless", async () => {
    const { fixes } = await judged({
      machine: customizations(...PROXIES, `export no_proxy=${internal}`),
      flags: { role: "services", ...NAMES },
      saw: OPEN,
    });
    expect(listEditsOf(verified(fixes))).toEqual([
      "/etc/circle-installation-customizations:4 no_proxy add-entry s3.us-east-1.amazonaws.com",
      "/etc/circle-installation-customizations:4 no_proxy add-entry s3.amazonaws.com",
    ]);
  });

  test("that a later one replaces is left alone", async () => {
    const { fixes } = await judged({
      machine: customizations(...PROXIES, "export no_proxy=localhost", "export no_proxy=10.0.1.238"),
      flags: { role: "services", ...NAMES },
      saw: CLOSED,
    });
    expect(listEditsOf(verified(fixes))).toEqual([
      "/etc/circle-installation-customizations:4 no_proxy add-entry ghe.example.com",
    ]);
  });

  test("is edited in both spellings, so that neither contradicts the other", async () => {
    const { fixes } = await judged({
      machine: customizations(
        ...PROXIES,
        `export NO_PROXY=${internal},s3.amazonaws.com`,
        `export no_proxy=${internal},s3.amazonaws.com`,
      ),
      flags: { role: "services", egress: "corporate", ...NAMES },
      saw: CLOSED,
    });
    expect(listEditsOf(verified(fixes))).toEqual([
      "/etc/circle-installation-customizations:3 NO_PROXY remove-entry s3.amazonaws.com",
      "/etc/circle-installation-customizations:4 no_proxy remove-entry s3.amazonaws.com",
    ]);
  });

  test("is left empty beside the other spelling, which it would contradict", async () => {
    const { fixes } = await judged({
      machine: customizations(...PROXIES, "export no_proxy=10.0.1.238", "export NO_PROXY="),
      flags: { role: "services", ...NAMES },
      saw: CLOSED,
    });
    expect(listEditsOf(verified(fixes))).toEqual([`${CUSTOMIZATIONS}:3 no_proxy add-entry ghe.example.com`]);
  });

  test("loses its blanks, and an entry that they set apart, as curl reads them", async () => {
    const whole = await judged({
      machine: fakeMachine({
        ...EC2,
        "/etc/environment": `http_proxy=${PROXY}\nhttps_proxy=${PROXY}\nno_proxy="169.254.169.254 replicated.com 127.0.0.1 localhost"\n`,
      }),
      flags: { role: "services" },
      saw: CLOSED,
    });
    const text = textOf(made(whole, verified(whole.fixes)), "/etc/environment");
    expect(text).toContain('no_proxy="169.254.169.254,127.0.0.1,localhost"');
  });

  test("gets the hosts that an entry rightly kept direct in the place of that entry", async () => {
    const { judgement, fixes } = await judged({
      machine: customizations(...PROXIES, "export NO_PROXY=com", `export JVM_OPTS="${JVM}"`),
      flags: { role: "services", egress: "corporate", ghe: "ghe.example.com" },
      saw: CLOSED,
    });
    const ghe = judgement.findings.find(({ id }) => id === "misrouted-to-proxy:github-enterprise/web");
    expect(ghe?.args).toMatchObject({ components: ["jvm-services"] });
    const edits = listEditsOf(verified(fixes));
    expect(edits).toContain(`${CUSTOMIZATIONS}:3 NO_PROXY remove-entry com`);
    expect(edits).toContain(`${CUSTOMIZATIONS}:3 NO_PROXY add-entry ghe.example.com`);
  });
});

describe("what a shell exports", () => {
  const environment = { http_proxy: PROXY, https_proxy: PROXY };
  const ofMetadata = (fixes: readonly Fix[]) =>
    fixes.filter(({ findings }) => findings[0] === "misrouted-to-proxy:ec2-metadata/identity");

  test("is typed whole, and logging in again would undo it", async () => {
    const { fixes } = await judged({
      machine: fakeMachine(EC2, { ...environment, no_proxy: "localhost" }),
      flags: { role: "services" },
      saw: CLOSED,
    });
    expect(ofMetadata(fixes)).toMatchObject([
      {
        verdict: "verified",
        restart: [],
        patch: [{ file: "environment", op: "set", name: "no_proxy", value: "localhost,169.254.169.254" }],
      },
    ]);
  });

  test("is mended in the file that the next login reads, too", async () => {
    const login = `http_proxy=${PROXY}\nno_proxy=localhost\n`;
    const { fixes } = await judged({
      machine: fakeMachine({ ...EC2, "/etc/environment": login }, { ...environment, no_proxy: "localhost" }),
      flags: { role: "services" },
      saw: CLOSED,
    });
    expect(editsOf(ofMetadata(fixes))).toEqual([
      "/etc/environment:2 no_proxy add-entry 169.254.169.254",
      "environment:undefined no_proxy set localhost,169.254.169.254",
    ]);
    expect(ofMetadata(fixes)[0]?.restart).toEqual(["log out and in again"]);
  });
});

test("what a unit's own environment file says is mended there, and the unit started anew", async () => {
  const { fixes } = await judged({
    machine: fakeMachine({
      ...EC2,
      "/lib/systemd/system/docker.service": "[Service]\nEnvironmentFile=/etc/docker.env\n",
      "/etc/docker.env": `HTTPS_PROXY=${PROXY}\nNO_PROXY=registry.replicated.com\n`,
    }),
    flags: { role: "services" },
    saw: OPEN,
  });
  const [fix] = fixes.filter(({ components }) => components.includes("docker-daemon"));
  expect(fix).toMatchObject({
    verdict: "verified",
    patch: [{ file: "/etc/docker.env", line: 2, op: "remove-entry", value: "registry.replicated.com" }],
    restart: ["sudo systemctl daemon-reload", "sudo systemctl restart docker"],
  });
});

test("what a login has from a file is mended in the file, and not in one shell", async () => {
  const text = `HTTP_PROXY="${PROXY}"\nHTTPS_PROXY="${PROXY}"\n`;
  const { fixes } = await judged({
    machine: fakeMachine({ "/etc/environment": text }, { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY }),
    flags: { role: "workstation" },
  });
  const files = verified(fixes).flatMap(({ patch }) => patch.map(({ file }) => file));
  expect(new Set(files)).toEqual(new Set(["/etc/environment"]));
});
