import fc from "fast-check";
import { EGRESS_POLICIES, ROLES } from "../../src/model/installation.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import type { Situation } from "./judged.ts";
import type { Showing } from "./observed.ts";

export const PROXIES = ["http://10.0.0.33:3128", "http://10.0.0.34:3128"] as const;
const HOSTS = ["10.0.1.238", "ghe.example.com", "169.254.169.254", "amazonaws.com", "s3.amazonaws.com"];
const BUCKET = "circleci-example-bucket";

const SHOWINGS = [
  "works",
  "works",
  "tcp/timed-out",
  "tcp/refused",
  "response/timed-out",
  "response/proxy-denied",
  "block-page",
  "unrecognised",
  "unmeasured",
] as const;
const ON_THE_WAY = ["proxy-tcp/timed-out", "proxy-tcp/host-unreachable", "response/proxy-auth-required"];
const IDENTITIES = ["i-0aaaaaaaaaaaaaaaa 10.0.1.238", "i-0bbbbbbbbbbbbbbbb 10.0.0.33"];

const entries = fc.subarray([...HOSTS, "*", "replicated.com", "s3.us-east-1.amazonaws.com", "localhost"]);
const proxy = fc.constantFrom<string>(...PROXIES, "http://10.0.0.33:port");

/** Lines of a settings file: some of the proxies' names and some lists of exceptions, each in its own words. */
const assignments = fc
  .record({
    proxies: fc.dictionary(fc.constantFrom("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), proxy, {
      maxKeys: 4,
    }),
    lists: fc.dictionary(fc.constantFrom("NO_PROXY", "no_proxy"), entries, { maxKeys: 2 }),
    separator: fc.constantFrom(",", ",", ", ", " "),
  })
  .map(({ proxies, lists, separator }) => [
    ...Object.entries(proxies),
    ...Object.entries(lists).map(([name, list]) => [name, list.join(separator)] as const),
  ]);

const jvmOptions = fc
  .record({ proxy: fc.boolean(), list: fc.option(entries), separator: fc.constantFrom("|", ",") })
  .map(({ proxy: named, list, separator }) =>
    [
      ...(named ? ["-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128"] : []),
      ...(named ? ["-Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128"] : []),
      ...(list === null ? [] : [`-Dhttp.nonProxyHosts=${list.join(separator)}`]),
    ].join(" "),
  );

const files = fc
  .record({
    login: assignments,
    docker: assignments,
    nomad: assignments,
    customizations: assignments,
    jvm: jvmOptions,
    exported: fc.constantFrom("export ", "export ", ""),
    replicated: fc.option(fc.constantFrom<string>(...PROXIES)),
    vendor: fc.constantFrom("Amazon EC2", "Dell Inc.", ""),
  })
  .map(({ login, docker, nomad, customizations, jvm, exported, replicated, vendor }) => ({
    "/etc/environment": lines(login, (name, value) => `${name}="${value}"`, `JVM_OPTS="${jvm}"`),
    "/etc/systemd/system/docker.service.d/a.conf": unit(docker),
    "/etc/systemd/system/nomad.service.d/a.conf": unit(nomad),
    "/etc/circle-installation-customizations": lines(
      customizations,
      (name, value) => `${exported}${name}="${value}"`,
      `export JVM_OPTS="${jvm}"`,
    ),
    ...(replicated === null ? {} : { "/etc/replicated.conf": `{"HttpProxy": "${replicated}"}` }),
    ...(vendor === "" ? {} : { "/sys/class/dmi/id/sys_vendor": vendor }),
  }));

function lines(
  pairs: readonly (readonly [string, string])[],
  line: (name: string, value: string) => string,
  ...more: readonly string[]
): string {
  return `${[...pairs.map(([name, value]) => line(name, value)), ...more].join("\n")}\n`;
}

function unit(pairs: readonly (readonly [string, string])[]): string {
  return `[Service]\n${lines(pairs, (name, value) => `Environment="${name}=${value}"`)}`;
}

const PROBES = [
  "license-server",
  "s3",
  "ec2-api",
  "github-enterprise",
  "services-machine",
  "container-registries",
  "package-mirrors",
];

function route(showings: readonly Showing[]): fc.Arbitrary<Readonly<Record<string, Showing>>> {
  const usual = fc.constantFrom<Showing>(...showings);
  const probes = fc.dictionary(fc.constantFrom(...PROBES.map((probe) => `${probe}/*`)), usual);
  const single = fc.dictionary(fc.constantFrom("s3/global", "services-machine/web"), usual, { maxKeys: 1 });
  const identity = fc.constantFrom<Showing>(...IDENTITIES, "tcp/timed-out", "response/proxy-denied");
  return fc.tuple(usual, probes, single, identity).map(([all, each, one, metadata]) => ({
    "*": all,
    ...each,
    ...one,
    "ec2-metadata/*": metadata,
  }));
}

/** A machine with settings as administrators write them, and a network that does anything at all. */
export const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    files,
    environment: fc.oneof(fc.constant([]), assignments),
    role: fc.constantFrom(...ROLES),
    egress: fc.constantFrom(...EGRESS_POLICIES),
    direct: route(SHOWINGS),
    first: route([...SHOWINGS, ...ON_THE_WAY]),
    second: route([...SHOWINGS, ...ON_THE_WAY]),
  })
  .map(({ files: found, environment, role, egress, direct, first, second }) => ({
    machine: fakeMachine(found, Object.fromEntries(environment)),
    flags: { role, egress, services: "10.0.1.238", ghe: "ghe.example.com", bucket: BUCKET },
    saw: { direct, [PROXIES[0]]: first, [PROXIES[1]]: second },
  }));
