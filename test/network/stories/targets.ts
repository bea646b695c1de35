import { GHE_NAME, MACHINES, SERVICES_NAME } from "../company/places.ts";
import {
  CUSTOMIZATIONS,
  DOCKER_DROP_IN,
  ENVIRONMENT,
  NOMAD_DROP_IN,
  REPLICATED_DEFAULTS,
} from "../company/settings.ts";
import { alsoBypassed, inAll, replaced, without } from "./changes.ts";
import { chapter } from "./story.ts";

const GLOBAL = ["s3.amazonaws.com", "*.s3.amazonaws.com"];
const REGIONAL = ["s3.us-east-1.amazonaws.com", "*.s3.us-east-1.amazonaws.com"];
const SERVICES_FILES = [ENVIRONMENT, CUSTOMIZATIONS, REPLICATED_DEFAULTS, DOCKER_DROP_IN];
const NOMAD_FILES = [ENVIRONMENT, DOCKER_DROP_IN, NOMAD_DROP_IN];

export const TARGETS = chapter("targets that are called the wrong way", [
  {
    name: "the Services machine through the proxy, by its own containers",
    plan: { files: { services: inAll(without(MACHINES.services), CUSTOMIZATIONS) } },
    says: [
      "misrouted-to-proxy services-machine/web (verified)",
      "misrouted-to-proxy services-machine/vm-service (verified)",
      "misrouted-to-proxy services-machine/artifacts (verified)",
    ],
  },
  {
    name: "the Services machine through the proxy, by a Nomad client",
    on: "nomad-client",
    plan: { files: { "nomad-client": inAll(without(MACHINES.services, SERVICES_NAME), ...NOMAD_FILES) } },
    says: [
      "misrouted-to-proxy services-machine/web (verified)",
      "misrouted-to-proxy services-machine/output-processor (verified)",
    ],
  },
  {
    name: "Nomad clients through the proxy",
    plan: { files: { services: inAll(without(MACHINES["nomad-client"]), CUSTOMIZATIONS) } },
    says: ["bypass-missing nomad-clients/10.0.1.50 (verified)"],
  },
  {
    name: "GitHub Enterprise through the proxy",
    plan: { files: { services: inAll(without(GHE_NAME), ...SERVICES_FILES) } },
    says: ["misrouted-to-proxy github-enterprise/web (verified)"],
  },
  {
    name: "S3 through the proxy",
    plan: { files: { services: inAll(without(...GLOBAL, ...REGIONAL), ...SERVICES_FILES) } },
    says: ["avoidable-proxying s3/regional (verified)"],
  },
  {
    name: "S3 through the proxy, by a Nomad client",
    on: "nomad-client",
    plan: { files: { "nomad-client": inAll(without(...GLOBAL, ...REGIONAL), ...NOMAD_FILES) } },
    says: ["avoidable-proxying s3/regional (verified)"],
  },
  {
    name: "S3 by the name of its region, which the entry does not cover",
    plan: { files: { services: inAll(without(...REGIONAL), ...SERVICES_FILES) } },
    says: ["avoidable-proxying s3/regional (verified)"],
  },
  {
    name: "the EC2 API, bypassed where there is no direct way",
    plan: { files: { services: inAll(alsoBypassed("ec2.us-east-1.amazonaws.com"), CUSTOMIZATIONS) } },
    says: ["misrouted-direct ec2-api/ec2 (verified)"],
  },
  {
    name: "the EC2 API, bypassed by an entry that S3 needs",
    plan: {
      files: {
        services: inAll(replaced("s3.us-east-1.amazonaws.com", "us-east-1.amazonaws.com"), ...SERVICES_FILES),
      },
    },
    says: ["misrouted-direct ec2-api/ec2 (verified)"],
  },
  {
    name: "S3, bypassed in a corporate network",
    plan: {
      egress: "corporate",
      firewall: { open: [] },
      files: { services: inAll(alsoBypassed(...GLOBAL, ...REGIONAL), ENVIRONMENT, CUSTOMIZATIONS) },
    },
    says: ["misrouted-direct s3/regional (verified)"],
  },
]);
