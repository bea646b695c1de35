import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../src/lint.ts";
import { ROLES } from "../../src/model/installation.ts";
import type { Report } from "../../src/model/report.ts";
import { share } from "../../src/share/share.ts";
import { fakeMachine } from "../discover/fake-machine.ts";

/** Few labels, so that names end in one another; one is a part of another, one beyond ASCII, one a number. */
const labels = fc.constantFrom(
  "example",
  "notexample",
  "ghe",
  "ghe2",
  "corp",
  "my_host",
  "bücher",
  "42",
  "Proxy1",
);
const names = fc
  .array(labels, { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom("", ".com", ".corp").map((end) => `${parts.join(".")}${end}`))
  // What ends in a number is an address; of what begins with two, `42.42.*` may be the end of one or the other.
  .filter((name) => !/(?:^|\.)\d+$|^\d+\.\d+\./.test(name));
const octet = fc.constantFrom(0, 1, 5, 16, 33, 200);
const addresses = fc.tuple(octet, octet).map(([third, last]) => `10.0.${third}.${last}`);
const hosts = fc.oneof(names, addresses);

/** What people write about a host, to keep it off the proxy. */
const spelled: readonly ((host: string) => string)[] = [
  (host) => host,
  (host) => `.${host}`,
  (host) => `*.${host}`,
  (host) => `*${host}`,
  (host) => `${host}.`,
  (host) => host.toUpperCase(),
  (host) => domainOf(host),
  (host) => `.${domainOf(host)}`,
  (host) => `${host.split(".").slice(0, 2).join(".")}.*`,
  (host) => `${host.split(".").slice(0, 3).join(".")}.`,
  (host) => `${host}:443`,
  (host) => `${host}/20`,
  (host) => `${host.replace(/\d+$/, "0")}/24`,
];

/** The ends of an address are no network, and are not kept. */
function domainOf(host: string): string {
  return /^[\d.]+$/.test(host) ? host : host.split(".").slice(1).join(".");
}

type Made = {
  readonly services: string;
  readonly ghe: string;
  readonly nomad: string;
  readonly proxy: string;
};

const installations = fc.record({ services: hosts, ghe: names, nomad: hosts, proxy: hosts });

function listsFor({ services, ghe, nomad }: Made): fc.Arbitrary<readonly string[]> {
  const own = fc.constantFrom(services, ghe, nomad, "other.example.com");
  const entry = fc.tuple(own, fc.constantFrom(...spelled)).map(([host, spell]) => spell(host));
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: entry },
      fc.constantFrom("*", "169.254.169.254", "com", ".amazonaws.com"),
    ),
    {
      maxLength: 5,
    },
  );
}

const drawn = installations.chain((its) =>
  fc.record({
    its: fc.constant(its),
    role: fc.constantFrom(...ROLES),
    list: listsFor(its),
    others: listsFor(its),
    login: fc.constantFrom("", "alice:pw@", "CORP%5Calice:pw@"),
  }),
);

test("every component goes the same way by the names that stand in others' places", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ its, role, list, others, login }) => {
      const report = await lint({
        machine: fakeMachine(filesOf(its.proxy, login, list, others)),
        flags: { role, services: its.services, ghe: its.ghe, nomadClients: [its.nomad], bucket: "my-bucket" },
        ...{ only: [], skip: [], clock: () => new Date(0), version: "0" },
      });
      const shared = share(report, new Uint8Array(32).fill(list.length));
      expect(waysIn(shared)).toEqual(waysIn(report));
      expect(shared.findings.map(({ code }) => code)).toEqual(report.findings.map(({ code }) => code));
      expect(shared.fixes.map(({ verdict }) => verdict)).toEqual(report.fixes.map(({ verdict }) => verdict));
      expect(shared.files.map(({ text }) => text === undefined)).toEqual(
        report.files.map(({ text }) => text === undefined),
      );
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 30) },
  );
}, 600_000);

function filesOf(
  host: string,
  login: string,
  list: readonly string[],
  others: readonly string[],
): Readonly<Record<string, string>> {
  const proxy = `http://${login}${host}:3128`;
  const jvm = `-Dhttp.proxyHost=${host} -Dhttp.proxyPort=3128 -Dhttps.proxyHost=${host} -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=${others.join("|")}`;
  return {
    "/etc/environment": `http_proxy=${proxy}\nhttps_proxy=${proxy}\nno_proxy=${list.join(",")}\nJVM_OPTS="${jvm}"\n`,
    "/etc/circle-installation-customizations": `H=${host}\nexport https_proxy="http://${login}$H:3128"\nexport NO_PROXY='${others.join(",")}'\nexport JVM_OPTS="${jvm}"\n`,
    "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTPS_PROXY=${proxy}" "NO_PROXY=${others.join(",")}"\n`,
    "/etc/apt/apt.conf.d/proxy": `Acquire::http::Proxy "${proxy}";\nAcquire::https::Proxy::${host} "DIRECT";\n`,
  };
}

/** Which way each component goes to each target, and what of its settings decides. */
function waysIn({ decisions }: Report): readonly string[] {
  return decisions.map(({ component, target, route, because }) => {
    const steps = because.map(({ effect, source, why }) => `${effect} ${source} ${why}`);
    return [component, target.split("/")[0], route.kind, ...steps].join(" ");
  });
}
