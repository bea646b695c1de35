import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stateOf } from "../../src/diagnose/compare.ts";
import { networkAsks } from "../../src/fix/network-asks.ts";
import { readingOf } from "../../src/fix/workspace.ts";
import type { Fix } from "../../src/model/fix.ts";
import type { InstallationFlags } from "../../src/model/installation.ts";
import { routeId } from "../../src/model/route.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { anySituation } from "../rig/any-situation.ts";
import { type Judged, judged } from "../rig/judged.ts";
import type { Showings } from "../rig/observed.ts";

const PROXY = "http://10.0.0.33:3128";
const OTHER = "http://10.0.0.34:3128";
const LISTS = "localhost,127.0.0.1,10.0.1.238,ghe.example.com,169.254.169.254";
const FLAGS: InstallationFlags = { services: "10.0.1.238", ghe: "ghe.example.com", bucket: "example-bucket" };

const settingsNaming = (proxy: string) => `http_proxy=${proxy}\nhttps_proxy=${proxy}\nno_proxy=${LISTS}\n`;

/** Direct, nothing answers but what has to be called direct; the proxy serves all. */
const DIRECT = {
  "*": "tcp/timed-out",
  "services-machine/*": "works",
  "github-enterprise/*": "works",
  "ec2-metadata/*": "i-0aaaaaaaaaaaaaaaa 10.0.1.238",
} as const;
const SERVING = { "*": "works" } as const;

type Told = {
  readonly direct?: Readonly<Record<string, string>>;
  readonly proxy?: Readonly<Record<string, string>>;
  readonly others?: Showings;
  readonly text?: string;
  readonly flags?: InstallationFlags;
};

function situation({ direct = {}, proxy = {}, others = {}, text, flags = {} }: Told): Promise<Judged> {
  const docker = Object.keys(others).map((each) => `[Service]\nEnvironment=HTTPS_PROXY=${each}\n`);
  return judged({
    machine: fakeMachine({
      "/etc/environment": text ?? settingsNaming(PROXY),
      ...(docker[0] === undefined ? {} : { "/etc/systemd/system/docker.service.d/proxy.conf": docker[0] }),
    }),
    flags: { role: "services", ...FLAGS, ...flags },
    saw: { direct: { ...DIRECT, ...direct }, [PROXY]: { ...SERVING, ...proxy }, ...others },
  });
}

const asksAmong = (fixes: readonly Fix[]) => fixes.filter(({ verdict }) => verdict === "needs-network-team");

async function asked(told: Told): Promise<readonly string[]> {
  const { fixes } = await situation(told);
  return asksAmong(fixes).flatMap(({ findings }) => findings);
}

const DENIED = { "license-server/*": "tunnel/proxy-denied" } as const;
const DENIES = [`proxy-denies-target:${PROXY}`];

test("a fix for others has no edit, stands behind those that have, and names what no way serves", async () => {
  const spoilt = settingsNaming(PROXY).replace("169.254.169.254", "169.254.*");
  const { fixes } = await situation({
    proxy: { ...DENIED, "ec2-metadata/*": "response/proxy-denied" },
    text: spoilt,
  });
  expect(fixes.map(({ verdict }) => verdict).slice(-2)).toEqual(["verified", "needs-network-team"]);
  expect(fixes.at(-1)).toEqual({
    id: `fix:proxy-denies-target:${PROXY}:network-team`,
    findings: DENIES,
    components: ["shell-commands", "replicated", "docker-daemon"],
    targets: [
      "license-server/api",
      "license-server/get",
      "license-server/registry",
      "license-server/registry-data",
    ],
    patch: [],
    diff: "",
    restart: [],
    verdict: "needs-network-team",
  });
});

describe("is asked of others", () => {
  test.each<[string, Told, readonly string[]]>([
    ["a rule of the proxy's", { proxy: DENIED }, DENIES],
    [
      "a way of the proxy's own",
      { proxy: { "license-server/*": "tunnel/proxy-cannot-reach" } },
      [`proxy-cannot-reach-target:${PROXY}`],
    ],
    ["a proxy that is down", { proxy: { "*": "proxy-tcp/refused" } }, [`proxy-unreachable:${PROXY}`]],
    ["packets to a proxy", { proxy: { "*": "proxy-tcp/timed-out" } }, [`proxy-timing-out:${PROXY}`]],
    [
      "name servers that do not tell the proxy's address",
      { proxy: { "*": "proxy-dns/resolver-silent" } },
      [`proxy-unreachable:${PROXY}`],
    ],
    ["a filter's page", { proxy: { "license-server/*": "block-page" } }, [`block-page:${PROXY}`]],
    [
      "a host that is lost on every way",
      { proxy: { "license-server/*": "tunnel/timed-out" } },
      ["target-timing-out:license-server/api"],
    ],
    [
      "a host that is called direct alone",
      { direct: { "github-enterprise/*": "tcp/timed-out" } },
      ["target-timing-out:github-enterprise/web"],
    ],
    [
      "the console's port, where packets to it are dropped",
      { flags: { role: "workstation" }, direct: { "services-machine/console": "tcp/timed-out" } },
      ["console-unreachable:services-machine/console"],
    ],
    [
      "the Services machine's ports, where packets to them are dropped",
      { flags: { role: "nomad-client" }, direct: { "services-machine/nomad": "tcp/timed-out" } },
      ["port-closed:services-machine/nomad"],
    ],
    [
      "what two proxies deny",
      { proxy: DENIED, others: { [OTHER]: { ...SERVING, ...DENIED } } },
      [...DENIES, `proxy-denies-target:${OTHER}`],
    ],
  ])("%s", async (_, told, expected) => {
    expect(await asked(told)).toEqual(expected);
  });
});

describe("is asked of nobody, as there is", () => {
  test.each<[string, Told]>([
    ["another proxy that serves", { proxy: DENIED, others: { [OTHER]: SERVING } }],
    ["another proxy of which nothing is known", { proxy: DENIED, others: { [OTHER]: { "s3/*": "works" } } }],
    ["a direct way that serves", { proxy: DENIED, direct: { "license-server/*": "works" } }],
    ["a direct way that was not measured", { proxy: DENIED, direct: { "license-server/*": "unmeasured" } }],
    ["a proxy that wants a login", { proxy: { "*": "tunnel/proxy-auth-required offers Basic" } }],
    [
      "another proxy that wants a login",
      { proxy: DENIED, others: { [OTHER]: { "*": "tunnel/proxy-auth-required offers Basic" } } },
    ],
    ["an address that is no proxy's", { proxy: { "*": "tunnel/not-a-proxy" } }],
    ["a proxy's name that nobody knows", { proxy: { "*": "proxy-dns/name-not-found" } }],
    ["a proxy that is spoken to in the wrong protocol", { proxy: { "*": "proxy-tls/not-tls" } }],
    ["this machine's own firewall", { proxy: DENIED, direct: { "license-server/*": "tcp/blocked-locally" } }],
    [
      "a console on which nothing listens",
      { flags: { role: "workstation" }, direct: { "services-machine/console": "tcp/refused" } },
    ],
    [
      "a port of the Services machine on which nothing listens",
      { flags: { role: "nomad-client" }, direct: { "services-machine/nomad": "tcp/refused" } },
    ],
    [
      "a service of the Services machine's that takes its time",
      { flags: { role: "workstation" }, direct: { "services-machine/web": "response/timed-out" } },
    ],
    ["no proxy that was measured", { text: "", proxy: { "*": "unmeasured" } }],
    [
      "this machine, of which no packet of full size gets far",
      {
        direct: { "github-enterprise/*": "tls/timed-out", "services-machine/*": "tls/timed-out" },
        proxy: { "*": "tls/timed-out" },
      },
    ],
  ])("%s", async (_, told) => {
    expect(await asked(told)).toEqual([]);
  });

  test("a proxy that nobody uses", async () => {
    const { judgement, fixes } = await judged({
      machine: fakeMachine({ "/etc/environment": `${settingsNaming(PROXY)}all_proxy=${OTHER}\n` }),
      flags: { role: "services", ...FLAGS },
      saw: { direct: DIRECT, [PROXY]: { "*": "tunnel/proxy-denied" }, [OTHER]: { "*": "proxy-tcp/refused" } },
    });
    expect(judgement.findings.find(({ code }) => code === "proxy-unreachable")?.severity).toBe("info");
    expect(asksAmong(fixes).flatMap(({ findings }) => findings)).toEqual(DENIES);
  });

  test.each(["verified", "unmeasured", "no-effect"] as const)(
    "a change that is %s, unless in vain",
    async (verdict) => {
      const { circumstances, judgement, workspace, fixes } = await situation({ proxy: DENIED });
      const change: Fix = {
        id: "x",
        findings: DENIES,
        components: [],
        patch: [],
        diff: "",
        restart: [],
        verdict,
      };
      const asks = networkAsks(circumstances, judgement, readingOf(workspace), [change]);
      expect(asks).toEqual(verdict === "no-effect" ? asksAmong(fixes) : []);
    },
  );

  test("a placeholder in the place of another proxy", async () => {
    const asksWith = async (text: string) => {
      const { fixes } = await judged({
        machine: fakeMachine({ "/etc/environment": text }),
        flags: { role: "services", ...FLAGS },
        saw: { direct: DIRECT, [PROXY]: { ...SERVING, ...DENIED } },
        proxies: [{ scheme: "http", host: "10.0.0.33", port: 3128, id: PROXY }],
      });
      return asksAmong(fixes).flatMap(({ findings }) => findings);
    };
    expect(await asksWith("")).toEqual(DENIES);
    expect(await asksWith(settingsNaming("http://<proxy-ip:port>"))).toEqual([]);
  });

  test("nothing but settings that was judged", async () => {
    const { fixes } = await judged({
      machine: fakeMachine({ "/etc/environment": settingsNaming(PROXY) }),
      flags: { role: "services", ...FLAGS },
    });
    expect(asksAmong(fixes)).toEqual([]);
  });
});

/** What policy lets serve a target, and nobody showed to fail. */
function openWays({ circumstances: { targets, observations, installation } }: Judged, id: string) {
  const policy = targets.find((target) => target.id === id)?.policy[installation.egress];
  const proxies = new Set(
    observations.map(({ route }) => routeId(route)).filter((each) => each !== "direct"),
  );
  const ways = [...(policy === "must-proxy" ? [] : ["direct"]), ...(policy === "must-direct" ? [] : proxies)];
  return ways.filter((way) => {
    const seen = observations.find((each) => each.id === `${id}@${way}`);
    return ["works", "unknown"].includes(stateOf(seen));
  });
}

test("nobody is asked for what a way serves, or may, whatever the settings and the network", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(anySituation, async (drawn) => {
      const whole = await judged(drawn);
      const asks = asksAmong(whole.fixes);
      count += asks.length;
      expect(asks.flatMap(({ targets = [] }) => targets.flatMap((id) => openWays(whole, id)))).toEqual([]);
      expect(new Set(whole.fixes.map(({ id }) => id)).size).toBe(whole.fixes.length);
    }),
    { numRuns: 80 },
  );
  expect(count).toBeGreaterThan(0);
}, 300_000);
