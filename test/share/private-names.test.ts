import { domainToASCII } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attemptId, type Observation } from "../../src/model/observation.ts";
import type { Report } from "../../src/model/report.ts";
import { type Route, routeId } from "../../src/model/route.ts";
import type { Setting } from "../../src/model/setting.ts";
import type { TargetId } from "../../src/model/target.ts";
import { share } from "../../src/share/share.ts";
import { full, stepsTo } from "../render/html/full-report.ts";
import { RENDERERS } from "../rig/faces.ts";

/** Every private word begins with what no word of ours has, and no word that stands in place of one. */
const label = fc.stringMatching(/^zq[a-z0-9]{3,8}$/);
const kinds = fc.constantFrom(
  (each: string) => each,
  (each: string) => each.toUpperCase(),
  (each: string) => `${each}ö`,
  (each: string) => domainToASCII(`${each}ö`),
  (each: string) => `${each}_${each}`,
  (each: string) => each.replace("zq", "%7a%71"),
);
const labels = fc.tuple(label, kinds).map(([each, made]) => made(each));
const name = fc
  .tuple(fc.array(labels, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "com", "corp", "co.uk", "de"))
  .map(([parts, end]) => [...parts, ...(end === "" ? [] : [end])].join("."));
const octet = fc.integer({ min: 1, max: 254 });
const address = fc
  .tuple(fc.constantFrom(10, 81, 130, 193), octet, octet, octet)
  .map((octets) => octets.join("."));
const v6 = fc
  .array(fc.integer({ min: 0x1000, max: 0xffff }), { minLength: 6, maxLength: 6 })
  .map((groups) => `fd12:3456:${groups.map((group) => group.toString(16)).join(":")}`);

type Private = {
  readonly host: string;
  readonly other: string;
  readonly user: string;
  readonly word: string;
  readonly address: string;
  readonly v6: string;
  readonly account: string;
};

const anything = fc.record({
  host: name,
  other: name,
  user: labels,
  word: label,
  address,
  v6,
  account: fc.stringMatching(/^[1-9]\d{11}$/),
});

test("no name or address of an installation is in any face of a shared report, wherever it stood", () => {
  fc.assert(
    fc.property(anything, fc.uint8Array({ minLength: 32, maxLength: 32 }), (its, key) => {
      const shared = share(reportWith(its), key);
      for (const [face, render] of Object.entries(RENDERERS)) {
        const text = render(shared, { width: 100, colour: false, detail: "full" });
        const told = text.split("\n").filter((line) => tells(line, its));
        expect(told, face).toEqual([]);
      }
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 60) },
  );
}, 240_000);

function tells(line: string, { address: v4, v6: long, account }: Private): boolean {
  return /zq|%7a%71/i.test(line) || [v4, long, account].some((each) => line.includes(each));
}

function settingsOf({
  host,
  other,
  user,
  word,
  address: v4,
  v6: long,
  account,
}: Private): readonly Setting[] {
  const proxy = `http://${user}:***@${host}:3128`;
  const list = `.${other},*.${host},${host},${v4},${v4}/24,${v4.split(".").slice(0, 3).join(".")}.*,[${long}],${long}/64`;
  const values: Readonly<Record<string, string>> = {
    http_proxy: proxy,
    HTTPS_PROXY: `"${user}@${other}:3128"`,
    all_proxy: `pac+http://${host}/proxy.pac`,
    no_proxy: list,
    NO_PROXY: `${account}.dkr.ecr.us-east-1.amazonaws.com,${word}.s3.amazonaws.com`,
    JVM_OPTS: `-Dhttp.proxyHost=${host} -Dhttp.proxyUser=${user} -Dhttp.nonProxyHosts=${list.replaceAll(",", "|")} -Djavax.net.ssl.trustStore=/opt/${word}/cacerts`,
    AWS_CA_BUNDLE: `/home/${user}/${word}/ca.pem`,
    [`http.https://${host}/.proxy`]: proxy,
    [`Acquire::https::${other}::Proxy`]: "DIRECT",
  };
  return Object.entries(values).map(
    ([named, value], at): Setting => ({
      name: named,
      value,
      exported: true,
      text: `${named}=${value}`,
      source:
        at % 2 === 0
          ? { kind: "environment" }
          : { kind: "file", path: `/home/${user}/.profile`, line: at, loader: "shell" },
    }),
  );
}

function observationsOf({ host, other, user, word, address: v4, v6: long }: Private): readonly Observation[] {
  const route: Route = { kind: "proxy", proxy: `http://${user}@${host}:3128`, mode: "tunnel" };
  const target: TargetId = "github-enterprise/web";
  const id = attemptId(target, routeId(route));
  const said = `getaddrinfo ENOTFOUND ${host}, not ${other} (${v4}, ${long}, ${user}@${host})`;
  const phases = stepsTo(host, route).map((phase) =>
    phase.name === "response" && phase.status === "ok"
      ? {
          ...phase,
          facts: {
            ...phase.facts,
            headers: { via: `1.1 ${host}`, server: word, location: `https://${other}/${word}`, age: "1" },
            body: `<title>${word}</title> ${said}`,
            callerAddress: v4,
            identity: { instanceId: "i-0123456789abcdef0", privateIp: v4, region: "us-east-1" },
          },
        }
      : phase,
  );
  return [
    {
      ...{ id, target, route, outcome: "ok", answeredBy: "someone-else", phases },
      script: {
        answer: `PROXY ${host}:3128; SOCKS ${other}:1080; DIRECT`,
        chose: `http://${user}@${host}:3128`,
        passedOver: [{ route: `socks4://${other}:1080`, failure: "refused" }],
      },
    },
    {
      ...{ id: attemptId(`own/${word}`, "direct"), target: `own/${word}`, route: { kind: "direct" } },
      ...{ outcome: "failed", answeredBy: "unknown" },
      phases: [
        {
          name: "tcp",
          status: "failed",
          ms: 1,
          failure: { code: "refused", message: said },
          facts: { tries: [{ address: long, at: 0, ms: 1, outcome: "ECONNREFUSED" }] },
        },
      ],
    },
    {
      ...{ id: attemptId(`own/${word}`, routeId(route)), target: `own/${word}`, route, outcome: "broken" },
      error: `TypeError: ${said}`,
    },
  ];
}

function reportWith(its: Private): Report {
  const { host, other, user, word, address: v4, v6: long, account } = its;
  const settings = settingsOf(its);
  const [known] = full.targets;
  if (known === undefined || !("url" in known)) throw new Error("no target");
  return {
    ...full,
    installation: {
      ...full.installation,
      ...{ services: host, ghe: other, bucket: `${word}-${account}`, nomadClients: [v4, `${word}.${host}`] },
      hostname: `${word}.${host}`,
      addresses: [v4, long],
      found: { services: `/home/${user}/.profile:3`, ghe: "flag" },
    },
    settings: [...full.settings, ...settings],
    files: [
      {
        path: `/home/${user}/.profile`,
        loader: "shell",
        text: settings.map(({ name: named, value }) => `export ${named}='${value}'\n`).join(""),
      },
    ],
    fileFaults: [
      {
        kind: "syntax-error",
        path: `/home/${user}/.wgetrc`,
        line: 3,
        loader: "wgetrc",
        text: `proxy ${host}`,
      },
    ],
    unreadable: [{ path: `/home/${user}/.curlrc`, reason: `EACCES: open '/home/${user}/.curlrc'` }],
    trustStores: [
      ...full.trustStores,
      { id: `/home/${user}/${word}/ca.pem`, kind: "bundle", authorities: 1 },
      { id: `/opt/${word}/cacerts`, kind: "keystore", unreadable: `no /opt/${word}/cacerts` },
    ],
    components: full.components.map((each) => ({ ...each, needs: [...each.needs, `own/${word}`] })),
    targets: [
      ...full.targets,
      {
        ...known,
        ...{ id: `own/${word}`, url: `https://${host}/${word}/x?${word}`, reason: `it is ${word}'s` },
        marks: [{ body: word }],
      },
    ],
    observations: [...full.observations, ...observationsOf(its)],
  };
}
