import type { Answer, Fake } from "../../../src/lab/fake.ts";
import { ec2, s3, sqs, sts } from "../../../src/lab/fakes/aws.ts";
import { dockerAuth, dockerHub, quay } from "../../../src/lab/fakes/container-registries.ts";
import { githubEnterprise } from "../../../src/lab/fakes/github-enterprise.ts";
import { installer, licenseApi, registry } from "../../../src/lab/fakes/license-server.ts";
import { dockerPackages, hashicorpReleases, ubuntuArchive } from "../../../src/lab/fakes/package-mirrors.ts";
import { servicesMachine } from "../../../src/lab/fakes/services-machine.ts";
import { BUCKET, GHE_NAME, REGION, SERVICES_NAME } from "./places.ts";

/** A host by its real names: what it answers to a caller of that address. */
export type Site = {
  readonly names: readonly string[];
  readonly address: string;
  readonly fake: (from: string) => Fake;
  /** Where it listens, if that is not its address alone. */
  readonly listens?: string;
};

const always = (fake: Fake) => () => fake;
const site = (address: string, fake: Site["fake"], ...names: readonly string[]): Site => ({
  address,
  fake,
  names,
});

/** S3 and all its names. */
export const S3: Site = site(
  "198.51.100.40",
  always(s3(REGION, BUCKET)),
  `s3.${REGION}.amazonaws.com`,
  "s3.amazonaws.com",
  `${BUCKET}.s3.${REGION}.amazonaws.com`,
  `${BUCKET}.s3.amazonaws.com`,
);

/** What the company calls on the internet. */
export const SITES = [
  S3,
  site("198.51.100.10", licenseApi, "api.replicated.com"),
  site("198.51.100.11", always(installer), "get.replicated.com"),
  site("198.51.100.12", always(registry), "registry.replicated.com"),
  site("198.51.100.13", always(registry), "registry-data.replicated.com"),
  site("198.51.100.20", always(dockerHub), "registry-1.docker.io"),
  site("198.51.100.21", always(dockerAuth), "auth.docker.io"),
  site("198.51.100.22", always(quay), "quay.io"),
  site("198.51.100.30", always(dockerPackages), "download.docker.com"),
  site("198.51.100.31", always(hashicorpReleases), "releases.hashicorp.com"),
  site("198.51.100.32", always(ubuntuArchive), "archive.ubuntu.com", `${REGION}.ec2.archive.ubuntu.com`),
  site("198.51.100.50", always(ec2), `ec2.${REGION}.amazonaws.com`),
  site("198.51.100.51", always(sts), `sts.${REGION}.amazonaws.com`, "sts.amazonaws.com"),
  site("198.51.100.52", always(sqs), `sqs.${REGION}.amazonaws.com`),
] as const satisfies readonly Site[];

/** The address of a site of the internet. */
export function addressOf(name: string): string {
  const found = SITES.find(({ names }) => names.some((each) => each === name));
  if (found === undefined) throw new Error(`the company's internet has no ${name}`);
  return found.address;
}

/** GitHub Enterprise. */
export const githubEnterpriseSite = (address: string): Site =>
  site(address, always(githubEnterprise(GHE_NAME)), GHE_NAME);

/** The Services machine, as browsers and Nomad clients know it, and as it is known on the machine itself. */
export const servicesMachineSite = (address: string): Site => ({
  ...site(address, always(servicesMachine(address)), SERVICES_NAME, address),
  listens: "0.0.0.0",
});

/** The Nomad agent of a client. */
export const nomadClientSite = (address: string): Site =>
  site(address, always({ 4646: { speaks: "http", answer: () => NOMAD } }), address);

const NOMAD: Answer = { status: 200, headers: { "Content-Type": "application/json" }, body: "{}" };
