import { PROBES } from "../../probes/index.ts";
import { internalHosts } from "../../probes/internal-hosts.ts";
import type { Installation } from "../model/installation.ts";
import { endpointOf, isConfigured, type Policy, type Target } from "../model/target.ts";
import { readUrl } from "../model/url.ts";
import { s3Hosts } from "./s3-hosts.ts";

/** The installation, and other names and addresses of its Services machine. */
export type Known = { readonly installation: Installation; readonly otherServices: readonly string[] };

/**
 * What tells a machine who it is, in IPv4 and IPv6, and gives a container its credentials: link-local, so that no
 * proxy can ask it for this machine (domain-facts 2.1). Whether it is there does not matter to a list.
 */
const METADATA = ["169.254.169.254", "169.254.170.2", "fd00:ec2::254"] as const;

const DIRECT: readonly Policy[] = ["must-direct", "should-direct"];

/**
 * The entries of `no_proxy` under which every client finds every host that is to be called direct: what policy says
 * of the probes' targets, S3 in all its names, and no network, since awscli, wget and Java match none (domain-facts
 * 4.10). The hosts without which nothing works come first, should a loader cut the line.
 */
export function bypassHosts({ installation, otherServices }: Known): readonly string[] {
  const { services, ghe, nomadClients = [], egress } = installation;
  const direct = targetsOf(installation).filter(({ policy }) => DIRECT.includes(policy[egress]));
  const called = direct.filter(({ id, url }) => !isS3(id) && /^https?:/.test(url));
  const named = [services, ...otherServices, ghe, ...nomadClients].filter((host) => host !== undefined);
  const hosts = [
    ...METADATA,
    "127.0.0.1",
    "localhost",
    "::1",
    ...named,
    ...called.map(({ url }) => endpointOf(url).host),
    ...(direct.some(({ id }) => isS3(id)) ? s3Hosts(installation) : []),
  ];
  return [...new Set(hosts.flatMap(spellingsOf))];
}

function targetsOf(installation: Installation): readonly Target[] {
  const probed = Object.values(PROBES).flatMap((probe) => probe(installation));
  return [...internalHosts(installation), ...probed.filter(isConfigured)];
}

function isS3(id: Target["id"]): boolean {
  return id.startsWith("s3/");
}

/**
 * A host as clients spell it when they compare: in lower case, beyond ASCII in its ASCII form too, an IPv6 address
 * as it is given and in its short form, each with brackets, which Python and Java want, and without.
 */
function spellingsOf(host: string): readonly string[] {
  const given = host.toLowerCase();
  const isAddress = given.includes(":");
  const known = readUrl(`http://${isAddress ? `[${given}]` : given}/`)?.hostname ?? given;
  if (!isAddress) return [given, known];
  const short = known.replace(/^\[|\]$/g, "");
  return [given, short, `[${given}]`, `[${short}]`];
}
