import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../../src/lab/worlds.ts";
import { lint } from "../../src/lint.ts";
import type { Report } from "../../src/model/report.ts";
import { replay } from "../../src/replay.ts";
import { readReport } from "../../src/saved/read-report.ts";
import { sharedCertificate } from "../../src/share/certificates.ts";
import { hostsOfList } from "../../src/share/hosts-in.ts";
import { keyed } from "../../src/share/keyed.ts";
import { renamingBy } from "../../src/share/rename.ts";
import { share } from "../../src/share/share.ts";
import { VERSION } from "../../src/version.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { RENDERERS } from "../rig/faces.ts";
import { reportOfScenario, reportOfWorld } from "../scenarios/reports.ts";
import { SCENARIOS } from "../scenarios/scenario.ts";

const KEY = new Uint8Array(32).fill(7);
const FACE = { width: 80, colour: false, detail: "full" } as const;

describe("a shared report says what the report says, of other names", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    expectSameOf(await reportOfScenario(name));
  });

  test.each(WORLD_NAMES)("the world %s", async (name) => {
    expectSameOf(await reportOfWorld(name));
  });
});

function expectSameOf(report: Report): void {
  const shared = share(report, KEY);
  expect(outline(shared)).toEqual(outline(report));
  expect(shared.shared).toBe(true);
  const again = replay(saved(shared), { only: [], skip: [], version: VERSION });
  for (const render of Object.values(RENDERERS)) expect(render(again, FACE)).toBe(render(shared, FACE));
}

/** All of a report that is no name, nor made of names. */
function outline({
  findings,
  fixes,
  decisions,
  trust,
  summary,
  files,
  settings,
  ...report
}: Report): unknown {
  return {
    summary,
    clock: report.clock && { ...report.clock, answers: report.clock.answers.length },
    findings: findings.map(({ code, severity, subject, evidence, causedBy, fixes: by }) => ({
      ...{ code, severity, target: withoutHost(subject.target), component: subject.component },
      ...{ evidence: evidence.length, causes: causedBy.map(codeOf), fixes: by.length },
    })),
    fixes: fixes.map(({ verdict, findings: ids, components, patch, restart, diff }) => ({
      ...{ verdict, components, restart, codes: ids.map(codeOf), lines: diff.split("\n").length },
      patch: patch.map(({ op, line, property }) => ({ op, line, property })),
    })),
    decisions: decisions.map(({ component, client, target, route, because }) => ({
      ...{ component, client, target: withoutHost(target), route: route.kind },
      because: because.map(({ effect, why }) => ({ effect, why })),
    })),
    trust: trust.map(({ component, because }) => ({ component, because: because.length })),
    files: files.map(({ loader, text }) => ({ loader, lines: text?.split("\n").length })),
    settings: settings.map(({ exported, flaw }) => ({ exported, flaw })),
    outcomes: report.observations.map(({ target, outcome }) => ({ target, outcome })),
    egress: report.egress.length,
    toolErrors: report.toolErrors.length,
  };
}

/** A target that nobody measures is called by its host's name. */
function withoutHost(target: string | undefined): string | undefined {
  return target?.replace(/^nomad-clients\/.*/, "nomad-clients/*");
}

function codeOf(id: string): string {
  return id.split(":")[0] ?? "";
}

function saved(report: Report): Report {
  const reading = readReport(RENDERERS.json(report, FACE));
  if (reading.kind === "refused") throw new Error(reading.why);
  return reading.report;
}

test("a machine's own name is replaced by the same wherever else it stands, but for a folder that is called so", async () => {
  const report = await reportOfWorld("misrouted-metadata");
  const named = (hostname: string, value: string) =>
    share(
      {
        ...report,
        installation: { ...report.installation, hostname },
        settings: [
          ...report.settings,
          { name: "no_proxy", value, exported: true, source: { kind: "environment" } },
        ],
      },
      KEY,
    );
  const { installation, settings } = named("ip-10-0-1-238", "x,ip-10-0-1-238.example.com");
  expect(installation.hostname).not.toContain("10-0-1");
  expect(settings.at(-1)?.value.split(",")[1]?.split(".")[0]).toBe(installation.hostname);
  const folder = named("systemd", "x");
  expect(folder.installation.hostname).not.toBe("systemd");
  expect(folder.settings.map(({ source }) => source)).toEqual(
    named("ip-10-0-1-238", "x").settings.map(({ source }) => source),
  );
});

/** What a Services machine with these files makes of them, for others. */
async function sharedOf(files: Readonly<Record<string, string>>): Promise<Report> {
  const report = await lint({
    machine: fakeMachine(files),
    flags: { role: "services", services: "10.0.1.238" },
    ...{ only: [], skip: [], clock: () => new Date(0), version: VERSION },
  });
  const shared = share(report, KEY);
  expect(outline(shared)).toEqual(outline(report));
  return shared;
}

test.each([
  ["zqproxy.acme.test:3128", "zqproxy.acme.test"],
  ["zqshort:80", "zqshort"],
  ["zqproxy.acme.test:", "zqproxy.acme.test"],
  ["zqproxy.acme.test:PORT", "zqproxy.acme.test PORT"],
  ["zqproxy.acme.test:/x", "zqproxy.acme.test"],
  ["http:zqproxy:3128", "http zqproxy"],
  ["http//zqproxy:3128/x", "zqproxy"],
  ["http:/zqproxy", "zqproxy"],
  ["http://http://zqproxy:3128", "zqproxy"],
  ["http://alice:***@zqproxy:3128/a@b", "zqproxy b"],
  ["https://zqproxy?x", "zqproxy"],
  ["[fd00::1]:3128,fd00:1::2/64,10.0.0.0/8", "10.0.0.0"],
])("what may be a host in %s", (written, hosts) => {
  expect([...new Set(hostsOfList(written))].join(" ")).toBe(hosts);
});

test("a host with a port and without a scheme is replaced, as a proxy and as an exception", async () => {
  const shared = await sharedOf({
    "/etc/environment":
      "https_proxy=zqproxy.zqacme.test:3128\nno_proxy=localhost,zqbuild.zqother.test:8443,zqshort:80\n",
  });
  expect(JSON.stringify(shared)).not.toContain("zq");
  expect(shared.settings[1]?.value).toMatch(/^localhost,\w+\.\w+\.\w+:8443,\w+:80$/);
});

test("the proxies that a proxy script names are replaced, and what they are called stays", async () => {
  const report = await reportOfWorld("misrouted-metadata");
  const [seen, ...others] = report.observations;
  if (seen === undefined || seen.outcome === "broken") throw new Error("nothing seen");
  const script = {
    answer: "PROXY zqwpad1.acme.test:8080; proxy zqwpad2:81; DIRECT",
    chose: "http://zqwpad3.acme.test:8080",
    passedOver: [{ route: "http://zqwpad1.acme.test:8080", failure: "refused" as const }],
  };
  const shared = share({ ...report, observations: [{ ...seen, script }, ...others] }, KEY);
  expect(JSON.stringify(shared)).not.toContain("zq");
  const [first] = shared.observations;
  expect(first && "script" in first && first.script?.answer).toMatch(
    /^PROXY \w+\.\w+\.\w+:8080; proxy \w+:81; DIRECT$/,
  );
});

test("names that stand in the names of settings are replaced, and programs know the settings still", async () => {
  const shared = await sharedOf({
    "/root/.docker/config.json":
      '{"proxies":{"tcp://zqdaemon.zqacme.test":{"httpProxy":"http://zqproxy:3128"}}}\n',
    "/root/.gitconfig": '[http "https://zqghe.zqacme.test"]\n\tproxy = http://zqproxy:3128\n',
    "/etc/apt/apt.conf.d/95proxy":
      'Acquire::https::Proxy::zquser@zqrepo.zqacme.test "DIRECT";\nAcquire::http::zqmirror.test::Proxy "DIRECT";\n',
    "/etc/sudoers": [
      'Defaults:zqalice, %zqgroup, #1000, root env_keep += "http_proxy"',
      'Defaults@zqbox,10.9.8.7 env_keep += "http_proxy"',
      'Defaults>zqdeploy env_keep += "https_proxy"',
      'Defaults!/opt/zqcorp/bin/zqtool env_keep += "no_proxy"\n',
    ].join("\n"),
  });
  expect(JSON.stringify(shared)).not.toMatch(/zq|10\.9\.8\.7/);
  expect(shared.files.every(({ text }) => text !== undefined)).toBe(true);
  const shapes = shared.settings.map(({ name }) => name.replace(/\b[a-z]{6}\b/g, "x"));
  expect(shapes.sort()).toEqual([
    "Acquire::http::x.x::Proxy",
    "Acquire::https::Proxy::x@x.x.x",
    expect.stringMatching(/^env_keep\+!\/opt\/x\/bin\/x$/),
    expect.stringMatching(/^env_keep\+:x,%x,#1000,root$/),
    expect.stringMatching(/^env_keep\+>x$/),
    expect.stringMatching(/^env_keep\+@x,10(?:\.\d+){3}$/),
    "http.https://x.x.x.proxy",
    "proxies.tcp://x.x.x.httpProxy",
  ]);
});

test("what a unit puts in place of a specifier is put there still, and names about it are replaced", async () => {
  const shared = await sharedOf({
    "/etc/systemd/system/docker.service.d/proxy.conf":
      "[Service]\nEnvironment=HTTPS_PROXY=http://%u:pw@zqproxy.test:3128\nEnvironment=NO_PROXY=x,%H.zqcorp.test,%i.zqb.test:80\n",
  });
  const [text = ""] = shared.files.map((file) => file.text ?? "");
  expect(text).not.toContain("zq");
  expect(text).toMatch(/NO_PROXY=x,%H\.\w+\.\w+,%i\.\w+\.\w+:80\n$/);
  expect(text).toContain("http://%u:");
});

test("of a line in which names stand in pieces no piece is told, and all that a reader looks for stays", async () => {
  const shared = await sharedOf({
    "/etc/circle-installation-customizations": [
      `export HTTP_PROXY=http://proxy.zqac"me.zqtest":3128`,
      `export https_proxy="http://zqproxy.$DOMAIN:3128"`,
      "NO_PROXY='localhost,*.zqcorp.test,10.0.*'",
      `export NO_PROXY="$NO_PROXY,build.'zqco'rp.test,s3.\${REGION}.amazonaws.com"`,
      "export no_proxy=zqac\\",
      ".zqtest\n",
    ].join("\n"),
  });
  expect(JSON.stringify(shared)).not.toMatch(/zq/);
  const words = /\b(?!export)[a-z]{6,}\b/g;
  expect(shared.settings.map(({ text = "" }) => text.replace(words, "x"))).toEqual([
    `export HTTP_PROXY=http://proxy.x"***":***`,
    `export https_proxy="http://x.$DOMAIN:3128"`,
    expect.stringMatching(/^NO_PROXY='x,\*\.x\.x,10\.\d+\.\*'$/),
    `export NO_PROXY="$NO_PROXY,x.'x'x.x,s3.\${REGION}.x.com"`,
    "export no_proxy=x\\",
  ]);
});

test("each part of a URL's path is a word, and git finds by it what it found", async () => {
  const proxy = "http://proxy.example.com:3128";
  const report = await lint({
    machine: fakeMachine({
      "/root/.gitconfig": [
        ...["payments/zqrepo", "api/v3", "api/v3/zqx", ""].map(
          (path) => `[http "https://ghe.example.com/${path}"]\n\tproxy = ${proxy}`,
        ),
        "",
      ].join("\n"),
      "/etc/environment": `https_proxy=pac+http://wpad.example.com/zqsite/wpad.dat?zqquery\nhttp_proxy=${proxy}/x/%7a%71\n`,
    }),
    flags: { role: "services", services: "10.0.1.238", ghe: "ghe.example.com" },
    ...{ only: [], skip: [], clock: () => new Date(0), version: VERSION },
  });
  const shared = share(report, KEY);
  expect(outline(shared)).toEqual(outline(report));
  const told = shared.settings.flatMap(({ name, value }) => [name, value]).join("\n");
  expect(told).not.toMatch(/payments|zq|%7a%71/);
  expect(told).toMatch(/\/api\/v3\.proxy$/m);
  expect(told).toMatch(/\/\w{6}\/wpad\.dat/);
  expect(shared.files.map(({ text = "" }) => text).join("")).not.toMatch(/payments|zq/);
});

const NONE: ReadonlySet<string> = new Set();
const NOBODY = {
  ...{ domains: NONE, words: NONE, placeholders: NONE, asked: NONE },
  fragments: { ends: NONE, beginnings: NONE },
};

test("all names that a certificate is for are replaced, whatever their kind", () => {
  const names = [
    "DNS:zqsingle, DNS:*.zq.example.com, DNS:localhost, IP Address:10.9.8.7, email:zqbob@zq.example.com",
    "URI:spiffe://zqtrust/ns/zqns/sa/zqrobot, URI:https://x/zqpath?zqquery, URI:urn:zqorg:zqthing",
    'DirName:"CN=zqnode,O=zqorg", othername:<unsupported>',
  ].join(", ");
  const chain = { subject: "CN=x", issuer: "CN=x", names, sha256: "AA", key: "rsa 2048" };
  const renaming = renamingBy(keyed(KEY), NOBODY, NONE);
  const shared = sharedCertificate({ ...chain, validFrom: "", validTo: "" }, renaming, keyed(KEY));
  expect(shared.names).not.toMatch(/zq|10\.9\.8\.7/);
  expect(
    shared.names.replace(/\b(?!spiffe)(?:[a-z]{6}|[A-Z]{6})\b/g, "x").replace(/10(?:\.\d+){3}/, "10."),
  ).toBe(
    [
      "DNS:x, DNS:*.x.x.com, DNS:localhost, IP Address:10., email:x@x.x.com",
      "URI:spiffe://x/x/x/x/x, URI:https://x/x?x, URI:urn:x:x",
      'DirName:"x=x,x=x", othername:<unsupported>',
    ].join(", "),
  );
});
