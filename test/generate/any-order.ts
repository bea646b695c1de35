import fc from "fast-check";
import type { Order } from "../../src/generate/generate.ts";
import { type HttpProxy, readHttpProxy } from "../../src/generate/proxy-url.ts";
import type { EgressPolicy, Installation, InstallationFlags, Role } from "../../src/model/installation.ts";
import { Secret } from "../../src/model/secret.ts";
import { fakeInstallation } from "../rig/installation.ts";

/** One of each partition, with and without FIPS endpoints, and the region of the global names. */
export const REGIONS = [
  "us-east-1",
  "us-west-2",
  "eu-central-1",
  "ca-central-1",
  "cn-north-1",
  "us-gov-west-1",
];

export const HOSTS = ["proxy.example.com", "prøxy.example", "10.0.0.33", "[2001:db8::33]"];

/** What a person has to spell with care, in some file or for some client. */
const SPECIAL = [
  "@",
  ":",
  "/",
  "#",
  "?",
  "%",
  "$",
  "`",
  "\\",
  '"',
  "'",
  " ",
  "&",
  "|",
  ";",
  "!",
  "*",
  "{",
  "ü",
];

const password = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SPECIAL),
      fc.constantFrom("$HOME", "$".concat("{x}"), "%{if}", "Zq9", "$(id)"),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));
const login = fc.oneof(
  fc.constant(""),
  fc.constant("alice@"),
  password.map((secret) => `alice:${secret}@`),
  password.map((secret) => `dom\\us$er:${secret}@`),
);

/** A proxy as it may be named on the command line. */
export const proxyUrls = fc
  .tuple(
    fc.constantFrom("http://", "https://", ""),
    login,
    fc.constantFrom(...HOSTS),
    fc.constantFrom("3128", "8080"),
  )
  // A user before `://` is a scheme.
  .filter(([scheme, userinfo]) => scheme !== "" || !userinfo.includes("://"))
  .map(([scheme, userinfo, host, port]) => `${scheme}${userinfo}${host}:${port}`);

const SERVICES = [
  "10.0.1.238",
  "circleci.example.com",
  "circleci",
  "CircleCI.Bücher.example",
  "my_services.corp",
  "my_services.corp",
  "fd00:0:0::5",
];

const flags: fc.Arbitrary<InstallationFlags> = fc
  .record(
    {
      services: fc.constantFrom(...SERVICES),
      ghe: fc.constantFrom("ghe.example.com", "10.0.3.7"),
      bucket: fc.constantFrom("my-bucket", "my.dotted.bucket"),
      nomadClients: fc.constantFrom(["10.0.2.17"], ["10.0.2.17", "client-2.internal", "fd00::17"]),
    },
    { requiredKeys: ["services"] },
  )
  .map((some) => some);

/** An installation of a role, in any region and under any egress policy. */
export const orders: fc.Arbitrary<Order> = fc
  .tuple(
    fc.constantFrom<Role>("services", "nomad-client", "workstation"),
    fc.constantFrom<EgressPolicy>("standard", "corporate"),
    fc.constantFrom(...REGIONS),
    flags,
    proxyUrls,
    fc.subarray(["10.0.1.238", "circleci.example.com"]),
  )
  .map(([role, egress, region, some, proxyUrl, otherServices]) => ({
    installation: installationOf({ role, egress, region, ...some }),
    otherServices,
    proxy: proxyOf(proxyUrl),
    forms: [],
  }));

export function proxyOf(url: string): HttpProxy {
  const read = readHttpProxy(url);
  if (read.kind === "refused") throw new Error(`${url} ${read.why}`);
  return read.proxy;
}

export function installationOf(flags: InstallationFlags): Installation {
  return fakeInstallation({ role: "services", onEc2: "yes", init: "systemd", ...flags });
}

/** What the command line would have said of an installation. */
export function flagsOf({
  role,
  egress,
  region,
  services,
  ghe,
  bucket,
  nomadClients,
}: Installation): InstallationFlags {
  return {
    role,
    egress,
    region,
    ...(services === undefined ? {} : { services }),
    ...(ghe === undefined ? {} : { ghe }),
    ...(bucket === undefined ? {} : { bucket }),
    ...(nomadClients === undefined ? {} : { nomadClients }),
  };
}

/** A login with characters that some loader or client takes for something else. */
export const AWKWARD: HttpProxy = {
  host: "10.0.0.33",
  port: 3128,
  login: new Secret("us%24er:p%40ss%2Fw%23rd%25%22%27"),
};
