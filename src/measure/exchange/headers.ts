import { MASK } from "../../model/mark.ts";
import type { Headers } from "../../model/phase.ts";
import { harmless } from "../../model/secret-patterns.ts";

/** Headers that tell who answered and why; the others, cookies above all, are not kept. */
const KEPT: ReadonlySet<string> = new Set([
  "age",
  "allow",
  "content-length",
  "content-type",
  "date",
  "docker-distribution-api-version",
  "location",
  "proxy-agent",
  "proxy-authenticate",
  "proxy-connection",
  "proxy-status",
  "retry-after",
  "server",
  "via",
  "www-authenticate",
  "x-amz-bucket-region",
  "x-amz-id-2",
  "x-amz-request-id",
  "x-amzn-requestid",
  "x-aws-ec2-metadata-token-ttl-seconds",
  "x-bluecoat-via",
  "x-cache",
  "x-cache-lookup",
  "x-circleci-identity",
  "x-circleci-request-id",
  "x-github-enterprise-version",
  "x-github-request-id",
  "x-squid-error",
]);

const LONGEST_VALUE = 512;

/** The headers worth keeping, names in lower case, several values joined as HTTP joins them. */
export function keptHeaders(all: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const entries = Object.entries(all).flatMap(([name, value]) => {
    const key = name.toLowerCase();
    if (value === undefined || !KEPT.has(key)) return [];
    const joined = [value].flat().join(", ").slice(0, LONGEST_VALUE);
    const text = harmless(joined).replaceAll("\n", " ");
    return [[key, key === "location" ? withoutQuery(text) : text] as const];
  });
  return Object.fromEntries(entries);
}

/** Where a redirect leads; its parameters are tokens and signatures as often as not. */
function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/, `?${MASK}`);
}
