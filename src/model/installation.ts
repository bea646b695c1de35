import type { ProgramVersions } from "./program.ts";

/** What this machine is: the box with the console, a machine that runs jobs, or an administrator's laptop. */
export const ROLES = ["services", "nomad-client", "workstation"] as const;
/** What a machine is to CircleCI Server. */
export type Role = (typeof ROLES)[number];

/**
 * How traffic is meant to leave the network: `standard` lets internal and AWS traffic go direct,
 * `corporate` sends everything but internal machines through the proxy (domain-facts 3).
 */
export const EGRESS_POLICIES = ["standard", "corporate"] as const;
/** The name of a rule for outgoing traffic. */
export type EgressPolicy = (typeof EGRESS_POLICIES)[number];

/** The installation being judged, as found on the machine and named on the command line. */
export type Installation = {
  readonly role: Role;
  /** This machine's own name, as its system has it; absent where that does not tell, and in older reports. */
  readonly hostname?: string;
  readonly egress: EgressPolicy;
  /** AWS region, for example `us-east-1`. */
  readonly region: string;
  /** Whether this machine is an EC2 instance; metadata exists nowhere else. */
  readonly onEc2: "yes" | "no" | "unknown";
  /** This machine's own addresses, to know its own metadata from another machine's. */
  readonly addresses: readonly string[];
  /** Versions of installed programs that read proxy settings, as far as they could be asked. */
  readonly programs: ProgramVersions;
  /** Host name or address of the Services machine. */
  readonly services?: string;
  /** Host name of GitHub Enterprise. */
  readonly ghe?: string;
  /** S3 bucket of the installation. */
  readonly bucket?: string;
  /** Version of CircleCI Server, for example `2.19.02`. */
  readonly serverVersion?: string;
  /** Host names or addresses of the Nomad clients. */
  readonly nomadClients?: readonly string[];
  /** What starts the services: `other` is upstart or sysvinit. */
  readonly init: "systemd" | "other" | "unknown";
  /** Replicated has been started here, after which it does not read replicated.conf any more. */
  readonly replicated?: "installed";
  /** Of each fact by name, where it comes from: `flag`, `environment`, `default`, a path, `path:line`, or what shows it. */
  readonly found: { readonly [fact: string]: string };
};

/** What the command line says of an installation; it wins over what is found. */
export type InstallationFlags = Partial<
  Pick<
    Installation,
    "role" | "egress" | "region" | "services" | "ghe" | "bucket" | "serverVersion" | "nomadClients"
  >
>;

/** DNS suffix of AWS endpoints in a region's partition (botocore `partitions.json`). */
export function awsSuffix(region: string): string {
  return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}
