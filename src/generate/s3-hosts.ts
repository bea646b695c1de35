import { awsSuffix, type Installation } from "../model/installation.ts";

/** Regions that have FIPS endpoints of S3 (AWS, "Amazon S3 endpoints and quotas"). */
const WITH_FIPS = /^(?:us|ca)-/;

/**
 * The host names of S3 that an SDK may pick for a region, by its version and options: the region's own, dual-stack,
 * FIPS, the one with a dash, the global ones, acceleration, PrivateLink (domain-facts 2.2). As entries of `no_proxy`
 * they cover every bucket below them; to clients that match whole names only the bucket is named besides, where SDKs
 * put it unless told otherwise. Websites are left out: no SDK calls them.
 */
export function s3Hosts({ region, bucket }: Pick<Installation, "region" | "bucket">): readonly string[] {
  const names = [
    `s3.${region}`,
    "s3",
    `s3.dualstack.${region}`,
    ...(WITH_FIPS.test(region) ? [`s3-fips.${region}`, `s3-fips.dualstack.${region}`] : []),
    `s3.${region}.vpce`,
    ...besides(region),
  ];
  const buckets = bucket === undefined ? [] : [`${bucket}.s3.${region}`, `${bucket}.s3`];
  return [...names, ...buckets].map((name) => `${name}.${awsSuffix(region)}`);
}

/** What not every partition has. */
function besides(region: string): readonly string[] {
  if (region.startsWith("cn-")) return [];
  const legacy = `s3-${region}`;
  if (region.startsWith("us-gov-")) return [legacy];
  const external = region === "us-east-1" ? ["s3-external-1"] : [];
  return [legacy, ...external, "s3-accelerate", "s3-accelerate.dualstack"];
}
