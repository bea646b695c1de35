import type { EgressPolicy } from "../../../src/model/installation.ts";
import { BUCKET, GHE_NAME, MACHINES, type MachineName, REGION } from "./places.ts";
import { type Call, nameOf, type Way, type Ways } from "./ways.ts";

/** A call, and the way that it is to go (domain-facts 3). */
export type RightWay = Call & { readonly way: Way };

const S3 = `https://${BUCKET}.s3.${REGION}.amazonaws.com/`;
const EC2 = `https://ec2.${REGION}.amazonaws.com/`;
const GHE = `https://${GHE_NAME}/status`;
const METADATA = "http://169.254.169.254/latest/meta-data/instance-id";
const ARCHIVE = `http://${REGION}.ec2.archive.ubuntu.com/ubuntu/dists/devel/InRelease`;
const HUB = "https://registry-1.docker.io/v2/";

const row = (by: Call["by"], url: string, way: Way): RightWay => ({ by, url, way });

/** What each machine's components call, and which way, by the policy of egress. */
export function rightWays(machine: MachineName, egress: EgressPolicy): readonly RightWay[] {
  const s3 = egress === "standard" ? "direct" : "proxy";
  switch (machine) {
    case "services":
      return [
        row("shell-commands", METADATA, "direct"),
        row("shell-commands", "https://get.replicated.com/docker", "proxy"),
        row("aws-commands", METADATA, "direct"),
        row("aws-commands", S3, s3),
        row("apt", ARCHIVE, "proxy"),
        row("replicated", "https://api.replicated.com/market/v1/echo/ip", "proxy"),
        row("docker-daemon", HUB, "proxy"),
        row("jvm-services", GHE, "direct"),
        row("jvm-services", S3, s3),
        row("jvm-services", EC2, "proxy"),
        row("service-containers", S3, s3),
        row("service-containers", `https://${MACHINES.services}/`, "direct"),
        row("service-containers", `http://${MACHINES["nomad-client"]}:4646/v1/agent/self`, "direct"),
      ];
    case "nomad-client":
      return [
        row("shell-commands", METADATA, "direct"),
        row("shell-commands", S3, s3),
        row("aws-commands", METADATA, "direct"),
        row("aws-commands", S3, s3),
        row("apt", ARCHIVE, "proxy"),
        row("docker-daemon", HUB, "proxy"),
        row("build-agent", METADATA, "direct"),
        row("build-agent", `http://${MACHINES.services}:3001/status`, "direct"),
        row("build-agent", S3, s3),
        row("nomad-client-jvm", GHE, "direct"),
        row("nomad-client-jvm", S3, s3),
      ];
    case "laptop":
      return [
        row("shell-commands", `https://${MACHINES.services}:8800/`, "direct"),
        row("shell-commands", GHE, "direct"),
      ];
    default:
      return [];
  }
}

/** The calls of a machine that go through the proxy, where none of them arrives. */
export function proxiedCallsLost(machine: MachineName, egress: EgressPolicy = "standard"): Ways {
  const proxied = rightWays(machine, egress).filter(({ way }) => way === "proxy");
  return Object.fromEntries(proxied.map((call) => [nameOf(call), "lost"]));
}
