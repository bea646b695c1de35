import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namedProxy } from "../../src/decide/proxies.ts";
import type { Machine } from "../../src/discover/machine.ts";
import { wordsFor } from "../../src/messages/findings.ts";
import { rootsOf } from "../../src/model/finding.ts";
import type { Proxy } from "../../src/model/route.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";
import type { Showing } from "../rig/observed.ts";

const PROXY = "http://10.0.0.33:3128";
const TARGETS = [
  "license-server/api",
  "license-server/get",
  "license-server/registry",
  "license-server/registry-data",
  "ec2-api/ec2",
] as const;
/** Nothing goes out but through the proxy. */
const CLOSED = {
  "*": "tcp/timed-out",
  "github-enterprise/*": "works",
  "ec2-metadata/*": "i-0aaaaaaaaaaaaaaaa 10.0.1.238",
};
const USED = fakeMachine({
  "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
  "/etc/environment": `http_proxy=${PROXY}\nhttps_proxy=${PROXY}\nno_proxy=169.254.169.254,127.0.0.1,localhost,ghe.example.com\n`,
  "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment=HTTP_PROXY=${PROXY} HTTPS_PROXY=${PROXY}\n`,
});

async function found(
  through: Readonly<Record<string, Showing>>,
  machine: Machine = USED,
  proxies: readonly Proxy[] = [],
) {
  const saw = { direct: CLOSED, [PROXY]: through };
  const flags = { role: "services", ghe: "ghe.example.com" } as const;
  const { judgement } = await judged({ machine, flags, saw, proxies });
  const proxyFindings = judgement.findings.filter(({ code }) => code.startsWith("proxy-"));
  return { all: judgement.findings, about: proxyFindings };
}

describe("a proxy that is out is one finding", () => {
  test("whatever kinds of failures the connections to it show, in whatever order", async () => {
    const failures = fc.array(fc.constantFrom("timed-out", "host-unreachable"), {
      minLength: TARGETS.length,
      maxLength: TARGETS.length,
    });
    await fc.assert(
      fc.asyncProperty(failures, fc.constantFrom("timed-out", "host-unreachable"), async (codes, rest) => {
        const each = TARGETS.map((id, at) => [id, `proxy-tcp/${codes[at]}`] as const);
        const { about } = await found({ "*": `proxy-tcp/${rest}`, ...Object.fromEntries(each) });
        const isTime = [...codes, rest].every((code) => code === "timed-out");
        expect(about).toMatchObject([
          isTime
            ? { code: "proxy-timing-out", args: { where: "connecting" } }
            : { code: "proxy-unreachable", args: { failure: "host-unreachable" } },
        ]);
      }),
    );
  });

  test.each(["response/reset", "tunnel/closed", "proxy-tcp/refused"])(
    "and one %s among requests that time out makes no other",
    async (odd) => {
      for (const target of TARGETS) {
        const { about, all } = await found({ "*": "response/timed-out", [target]: odd });
        expect(about).toMatchObject([{ code: "proxy-timing-out", args: { where: "answering" } }]);
        expect(rootsOf(all)).toEqual(about);
      }
    },
  );

  test("but two hosts that time out are those hosts' trouble, three the proxy's", async () => {
    const two = { "*": "unmeasured", [TARGETS[0]]: "response/timed-out", [TARGETS[1]]: "response/timed-out" };
    expect((await found(two)).about).toEqual([]);
    // A second target of one host tells nothing new.
    const ghe = {
      "github-enterprise/web": "response/timed-out",
      "github-enterprise/api": "response/timed-out",
    };
    expect((await found({ ...ghe, "*": "unmeasured", [TARGETS[0]]: "response/timed-out" })).about).toEqual(
      [],
    );
    expect((await found({ ...two, [TARGETS[2]]: "response/timed-out" })).about).toMatchObject([
      { code: "proxy-timing-out" },
    ]);
    expect((await found({ ...two, [TARGETS[2]]: "response/reset" })).about).toEqual([]);
  });

  test("and a single answer clears it", async () => {
    for (const failure of ["response/timed-out", "proxy-tcp/host-unreachable"]) {
      expect((await found({ "*": failure, "ec2-api/sqs": "works" })).about).toEqual([]);
    }
  });
});

describe("a PAC script", () => {
  const SCRIPT = "pac+file:///etc/proxy.pac";
  const saying = async (showing: Showing) => {
    const saw = { direct: CLOSED, [SCRIPT]: { "*": showing } };
    const flags = { role: "services" } as const;
    const { judgement } = await judged({
      machine: fakeMachine({}),
      flags,
      saw,
      proxies: [namedProxy(SCRIPT)],
    });
    return judgement.findings.filter(({ code }) => code.startsWith("proxy-"));
  };

  test("that cannot be run is told with its own words", async () => {
    const [finding, ...others] = await saying("proxy-dns/pac-failed");
    if (finding === undefined) throw new Error("nothing is said of the script");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "proxy-unreachable", args: { said: "pac-failed" } });
    const { what, why, remedy } = wordsFor(finding);
    expect(what).toContain("The PAC script file:///etc/proxy.pac cannot be fetched or run");
    expect(why).toContain("Running it says: pac-failed.");
    expect(remedy).not.toMatch(/start it|connect/);
  });

  test("that does not end is not a connection that times out", async () => {
    const [finding] = await saying("proxy-dns/timed-out");
    expect(finding).toMatchObject({ code: "proxy-timing-out", args: { where: "asking-script" } });
    expect((await saying("proxy-tcp/timed-out"))[0]?.args).toMatchObject({ where: "connecting" });
  });
});

describe("a proxy that cuts every connection before it answers", () => {
  const OTHERS = { "*": "unmeasured" } as const;

  test.each(["reset", "closed"])("is unreachable where two hosts tell of it (%s)", async (failure) => {
    const { about, all } = await found({ "*": `tunnel/${failure}`, "ec2-metadata/*": `response/${failure}` });
    expect(about).toMatchObject([{ code: "proxy-unreachable", args: { where: "answering", failure } }]);
    expect(rootsOf(all)).toEqual(about);
    const two = { [TARGETS[0]]: `tunnel/${failure}`, "ec2-metadata/identity": `request/${failure}` };
    expect((await found({ ...OTHERS, ...two })).about).toMatchObject([{ code: "proxy-unreachable" }]);
  });

  test("but one host that is cut is that host's trouble, and so is one cut in its tunnel", async () => {
    const ghe = { "github-enterprise/web": "tunnel/reset", "github-enterprise/api": "tunnel/reset" };
    expect((await found({ ...OTHERS, ...ghe })).about).toEqual([]);
    expect((await found({ "*": "tls/reset" })).about).toEqual([]);
    expect((await found({ "*": "tunnel/reset", "ec2-api/sqs": "tunnel/proxy-denied" })).about).toMatchObject([
      { code: "proxy-denies-target" },
    ]);
  });
});

describe("a proxy in whose tunnels TLS is not answered", () => {
  const MUTE = { "*": "unmeasured", "package-mirrors/ubuntu": "works" } as const;
  const mute = (...targets: readonly string[]) =>
    Object.fromEntries(targets.map((id) => [id, "tls/timed-out"] as const));

  test("is one finding where three hosts tell of it", async () => {
    const [first, second, third] = TARGETS;
    expect((await found({ ...MUTE, ...mute(first, second) })).about).toEqual([]);
    expect((await found({ ...MUTE, ...mute(first, second, third) })).about).toMatchObject([
      { code: "proxy-timing-out", args: { where: "tunnelling" } },
    ]);
  });

  test("costs what goes by them, and not what is forwarded and served", async () => {
    const { about } = await found({ ...MUTE, ...mute(...TARGETS) });
    const calls = about.flatMap(({ args }) => ("calls" in args ? args.calls : []));
    expect(calls).toContain("license-server/get");
    expect(calls).not.toContain("package-mirrors/ubuntu");
  });

  test.each(["works", "response/timed-out", "tls/tls-alert"])(
    "and one handshake that is answered (%s) clears it",
    async (answered) => {
      expect((await found({ ...MUTE, ...mute(...TARGETS), "ec2-api/sqs": answered })).about).toEqual([]);
    },
  );

  test("and what opens no tunnel, or needs none, tells nothing", async () => {
    const others = { "ec2-api/sqs": "tunnel/proxy-denied", "github-enterprise/ssh": "works" };
    const { about } = await found({ ...MUTE, ...mute(...TARGETS), ...others });
    expect(about.filter(({ code }) => code === "proxy-timing-out")).toHaveLength(1);
  });
});

describe("a proxy that one component goes through", () => {
  const ELSE = "http://10.0.0.34:3128";
  const docker = fakeMachine({
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
    "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment=HTTPS_PROXY=${ELSE}\n`,
  });

  test("names what that component calls through it, and nothing that only others call", async () => {
    const saw = { direct: { "*": "works" }, [ELSE]: { "*": "proxy-tcp/refused" } } as const;
    const { judgement } = await judged({ machine: docker, flags: { role: "services" }, saw });
    const [finding] = judgement.findings.filter(({ code }) => code === "proxy-unreachable");
    expect(finding?.args).toMatchObject({
      components: ["docker-daemon"],
      calls: [
        "license-server/registry",
        "license-server/registry-data",
        "container-registries/docker-hub",
        "container-registries/docker-auth",
        "container-registries/quay",
      ],
    });
  });
});

describe("a proxy that nobody goes through", () => {
  const left = fakeMachine({
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
    "/etc/systemd/system/nomad.service.d/a.conf": `[Service]\nEnvironment=HTTPS_PROXY=${PROXY}\n`,
  });
  const DEAD = [
    "proxy-tcp/refused",
    "proxy-tcp/timed-out",
    "response/timed-out",
    "tunnel/proxy-auth-required",
  ];

  test.each(DEAD)("is a remark where a setting names it (%s), and no cause of an error", async (failure) => {
    const { about, all } = await found({ "*": failure }, left);
    expect(about).toMatchObject([{ severity: "info", args: { components: [] } }]);
    expect(about[0]?.args).not.toHaveProperty("calls");
    const errors = all.filter(({ severity }) => severity === "error");
    expect(errors.length).toBeGreaterThan(0);
    expect(rootsOf(errors)).toEqual(errors);
  });

  test.each(DEAD)("is an error where it was asked for (%s)", async (failure) => {
    const { about } = await found({ "*": failure }, fakeMachine({}), [namedProxy(PROXY)]);
    expect(about).toMatchObject([{ severity: "error", args: { sources: [] } }]);
  });
});
