import type { Probe } from "../src/model/target.ts";
import { containerRegistries } from "./container-registries.ts";
import { ec2Api } from "./ec2-api.ts";
import { ec2Metadata } from "./ec2-metadata.ts";
import { githubEnterprise } from "./github-enterprise.ts";
import { licenseServer } from "./license-server.ts";
import { packageMirrors } from "./package-mirrors.ts";
import { s3 } from "./s3.ts";
import { servicesMachine } from "./services-machine.ts";

/** Every probe, by the name that begins its target ids; the order is the report's. */
export const PROBES = {
  "license-server": licenseServer,
  s3,
  "ec2-metadata": ec2Metadata,
  "ec2-api": ec2Api,
  "github-enterprise": githubEnterprise,
  "services-machine": servicesMachine,
  "container-registries": containerRegistries,
  "package-mirrors": packageMirrors,
} as const satisfies Record<string, Probe>;
