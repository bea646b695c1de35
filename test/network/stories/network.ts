import { trustOn } from "../company/base-files.ts";
import { GHE_NAME, MACHINES } from "../company/places.ts";
import { S3 } from "../company/sites.ts";
import { brokenIpv6 } from "../company/six.ts";
import { chapter } from "./story.ts";

const LARGE = "meta length > 600 drop";

const S3_HOST = "acme-circleci.s3.us-east-1.amazonaws.com";
/** By who calls it on the Services machine. */
const S3_THROUGH_THE_PROXY = {
  [`aws-commands > ${S3_HOST}`]: "proxy",
  [`jvm-services > ${S3_HOST}`]: "proxy",
  [`service-containers > ${S3_HOST}`]: "proxy",
} as const;

export const NAMES = chapter("names", [
  {
    name: "of the internet that only the proxy resolves, in a corporate network",
    plan: { egress: "corporate", names: "internal", firewall: { open: [] } },
    says: [],
  },
  {
    name: "of the internet that only the proxy resolves",
    plan: { names: "internal" },
    says: ["misrouted-direct s3/regional (verified)"],
    except: S3_THROUGH_THE_PROXY,
  },
  {
    name: "that nobody resolves",
    plan: { names: "dead" },
    says: [
      "misrouted-direct s3/regional (verified)",
      "target-unreachable github-enterprise/web (needs-network-team)",
    ],
    leaves: ["target-unreachable github-enterprise/web (needs-network-team)"],
    except: { ...S3_THROUGH_THE_PROXY, "jvm-services > ghe.example.com": "lost" },
  },
]);

export const CERTIFICATES = chapter("certificates and clocks", [
  {
    name: "of GitHub Enterprise, by an authority that no machine knows",
    on: "nomad-client",
    plan: {
      servers: async ({ corporate }) => ({
        identities: { [GHE_NAME]: await corporate.identityFor([GHE_NAME]) },
      }),
    },
    says: ["untrusted-certificate github-enterprise/web"],
    except: { "nomad-client-jvm > ghe.example.com": "lost" },
  },
  {
    name: "of GitHub Enterprise, by an authority that the system's store knows",
    on: "nomad-client",
    plan: {
      servers: async ({ corporate }) => ({
        identities: { [GHE_NAME]: await corporate.identityFor([GHE_NAME]) },
      }),
      last: async ({ machines, authorities }) => {
        machines["nomad-client"].touched();
        trustOn(machines["nomad-client"].root, authorities.corporate.root);
        return async () => undefined;
      },
    },
    says: ["untrusted-certificate github-enterprise/web"],
    except: { "nomad-client-jvm > ghe.example.com": "lost" },
  },
  {
    name: "of GitHub Enterprise, without the authority between",
    on: "nomad-client",
    plan: {
      servers: async (authorities) => ({
        identities: { [GHE_NAME]: await authorities.public.identityFor([GHE_NAME], "leaf-alone") },
      }),
    },
    says: ["untrusted-certificate github-enterprise/web"],
    except: { "nomad-client-jvm > ghe.example.com": "lost" },
  },
  {
    name: "an hour behind all others",
    plan: { servers: async () => ({ clockAhead: 3600 }) },
    says: ["clock-skew aws-commands"],
  },
]);

export const PACKETS = chapter("packets", [
  {
    name: "to the internet dropped rather than rejected, which nobody needs to go",
    plan: { firewall: { others: "dropped" } },
    says: [],
  },
  {
    name: "of port 8800 dropped for the laptop",
    on: "laptop",
    plan: { firewall: { faults: [`ip saddr ${MACHINES.laptop} tcp dport 8800 drop`] } },
    says: ["console-unreachable services-machine/console (needs-network-team)"],
    except: { [`shell-commands > ${MACHINES.services}`]: "lost" },
  },
  {
    name: "of port 4647 dropped for a Nomad client",
    on: "nomad-client",
    plan: { firewall: { faults: [`ip saddr ${MACHINES["nomad-client"]} tcp dport 4647 drop`] } },
    says: ["port-closed services-machine/nomad (needs-network-team)"],
  },
  {
    name: "of IPv6, which lead nowhere",
    plan: {
      records: ["s3.us-east-1.amazonaws.com,2001:db8:f::40", "ghe.example.com,2001:db8:a::7"],
      last: ({ machines, router }) => brokenIpv6(router, machines.services.space),
    },
    says: [],
  },
  {
    name: "too large for the way to S3",
    plan: {
      firewall: {
        faults: [
          `ip saddr ${MACHINES.services} ip daddr ${S3.address} ${LARGE}`,
          `ip saddr ${S3.address} ip daddr ${MACHINES.services} ${LARGE}`,
        ],
      },
    },
    says: ["misrouted-direct s3/regional (verified)"],
    except: S3_THROUGH_THE_PROXY,
  },
  {
    name: "too large for the way to the proxy",
    plan: {
      firewall: {
        faults: [
          `ip daddr ${MACHINES.proxy} ${LARGE}`,
          `ip saddr ${MACHINES.proxy} ip daddr ${MACHINES.services} ${LARGE}`,
        ],
      },
    },
    says: [
      "proxy-timing-out https_proxy (environment) (needs-network-team)",
      "- target-unreachable license-server/api",
      "- target-unreachable ec2-api/ec2",
      "- target-unreachable container-registries/docker-hub",
      "- target-unreachable package-mirrors/docker",
    ],
    except: {
      "docker-daemon > registry-1.docker.io": "lost",
      "jvm-services > ec2.us-east-1.amazonaws.com": "lost",
      "replicated > api.replicated.com": "lost",
      "shell-commands > get.replicated.com": "lost",
    },
  },
  {
    name: "of which 2 % are lost",
    plan: { firewall: { faults: ["numgen random mod 100 < 2 drop"] } },
    words: ["--timeout", "15"],
    says: [],
  },
  {
    name: "to S3 dropped on every way",
    plan: { firewall: { open: [], faults: [`ip daddr ${S3.address} drop`] } },
    says: ["proxy-cannot-reach-target s3/regional (needs-network-team)", "- target-unreachable s3/regional"],
    except: {
      [`aws-commands > ${S3_HOST}`]: "lost",
      [`jvm-services > ${S3_HOST}`]: "lost",
      [`service-containers > ${S3_HOST}`]: "lost",
    },
  },
]);
