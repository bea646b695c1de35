import { ec2, s3, sqs, sts } from "../fakes/aws.ts";
import { dockerAuth, dockerHub, quay } from "../fakes/container-registries.ts";
import { githubEnterprise } from "../fakes/github-enterprise.ts";
import { installer, licenseApi, registry } from "../fakes/license-server.ts";
import { metadata } from "../fakes/metadata.ts";
import { dockerPackages, hashicorpReleases, ubuntuArchive } from "../fakes/package-mirrors.ts";
import { servicesMachine } from "../fakes/services-machine.ts";
import { type Hosts, isAmong, type World } from "../world.ts";
import {
  type Bypass,
  customizations,
  dockerDropIn,
  etcEnvironment,
  PROXY,
  replicatedConf,
  replicatedDefaults,
} from "./settings.ts";

const REGION = "us-east-1";
const BUCKET = "circleci-example-bucket";
const SERVICES = "10.0.1.238";
const GHE = "ghe.example.com";

/** Where EC2 instances ask who they are. */
export const METADATA = "169.254.169.254";

/** What an administrator lists who has read CircleCI's page and knows how each client reads a list. */
export const BYPASS: Bypass = {
  hosts: [METADATA, SERVICES, "127.0.0.1", "localhost", "172.17.0.1", GHE],
  domains: ["s3.amazonaws.com", `s3.${REGION}.amazonaws.com`],
};

/** Replicated's hosts; the proxy's address on the internet is what they see of a caller. */
export const LICENSE_SERVER: Hosts = {
  "api.replicated.com": { address: "198.51.100.10", fake: licenseApi("203.0.113.33") },
  "get.replicated.com": { address: "198.51.100.11", fake: installer },
  "registry.replicated.com": { address: "198.51.100.12", fake: registry },
  "registry-data.replicated.com": { address: "198.51.100.13", fake: registry },
};

/** The AWS interfaces by which virtual machines are made and queues are read. */
export const EC2_API: Hosts = {
  [`ec2.${REGION}.amazonaws.com`]: { address: "192.0.2.20", fake: ec2 },
  [`sts.${REGION}.amazonaws.com`]: { address: "192.0.2.21", fake: sts },
  [`sqs.${REGION}.amazonaws.com`]: { address: "192.0.2.22", fake: sqs },
};

/** Where the Docker daemon has its images from. */
const CONTAINER_REGISTRIES: Hosts = {
  "registry-1.docker.io": { address: "198.51.100.40", fake: dockerHub },
  "auth.docker.io": { address: "198.51.100.41", fake: dockerAuth },
  "quay.io": { address: "198.51.100.42", fake: quay },
};

/** Where packages are installed from; for Ubuntu's the region has a mirror of its own. */
const PACKAGE_MIRRORS: Hosts = {
  [`${REGION}.ec2.archive.ubuntu.com`]: { address: "192.0.2.50", fake: ubuntuArchive },
  "download.docker.com": { address: "198.51.100.51", fake: dockerPackages },
  "releases.hashicorp.com": { address: "198.51.100.52", fake: hashicorpReleases },
};

const bucketService = s3(REGION, BUCKET);

const S3: Hosts = {
  "s3.amazonaws.com": { address: "192.0.2.30", fake: bucketService },
  [`s3.${REGION}.amazonaws.com`]: { address: "192.0.2.31", fake: bucketService },
  [`${BUCKET}.s3.${REGION}.amazonaws.com`]: { address: "192.0.2.32", fake: bucketService },
};

const INTERNAL: Hosts = {
  [GHE]: { address: "10.0.2.10", fake: githubEnterprise(GHE) },
  [SERVICES]: { address: SERVICES, fake: servicesMachine(SERVICES) },
};

/** On the proxy's machine nothing listens but the proxy, which the world describes for itself. */
const PROXY_MACHINE: Hosts = { [PROXY.address]: { address: PROXY.address, fake: {} } };

const OWN_METADATA: Hosts = {
  [METADATA]: {
    address: METADATA,
    fake: metadata({
      instanceId: "i-0a1b2c3d4e5f60718",
      privateIp: SERVICES,
      region: REGION,
      tokens: "optional",
    }),
  },
};

/** Metadata of the proxy's own, in the worlds where the proxy is an EC2 instance too. */
export const PROXY_METADATA: Hosts = {
  [METADATA]: {
    address: METADATA,
    fake: metadata({
      instanceId: "i-0fedcba9876543210",
      privateIp: PROXY.address,
      region: REGION,
      tokens: "optional",
    }),
  },
};

const outside: Hosts = { ...LICENSE_SERVER, ...EC2_API, ...CONTAINER_REGISTRIES, ...PACKAGE_MIRRORS };
const everywhere: Hosts = { ...outside, ...S3, ...INTERNAL };

/**
 * The installation of every world, with nothing wrong: a Services machine on EC2 behind a proxy, in a network
 * that lets nothing out but S3, which has a VPC endpoint. The administrator runs proxy-doctor by sudo, which
 * drops proxy variables (domain-facts 4.12).
 */
export const INSTALLATION: Omit<World, "title"> = {
  flags: { role: "services", services: SERVICES, ghe: GHE, region: REGION, bucket: BUCKET },
  files: {
    "/etc/environment": etcEnvironment(BYPASS),
    "/etc/circle-installation-customizations": customizations(BYPASS),
    "/etc/systemd/system/docker.service.d/http-proxy.conf": dockerDropIn(BYPASS),
    "/etc/replicated.conf": replicatedConf,
    "/etc/default/replicated": replicatedDefaults(BYPASS),
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2\n",
  },
  environment: { HOME: "/root", LANG: "C.UTF-8", SUDO_USER: "ubuntu", USER: "root" },
  addresses: ["127.0.0.1", "::1", SERVICES, "172.17.0.1"],
  proxy: PROXY,
  direct: {
    hosts: { ...everywhere, ...PROXY_MACHINE, ...OWN_METADATA },
    fateOf: (host) => (isAmong(outside, host) ? "vanishes" : "arrives"),
  },
  proxied: { hosts: everywhere, fateOf: () => "arrives" },
};
