import { awsSuffix, type EgressPolicy } from "../src/model/installation.ts";
import type { Mark, Probe } from "../src/model/target.ts";

const policy = { standard: "should-direct", corporate: "must-proxy" } as const;
const reasons = {
  standard: "large transfers; S3 is best called past the proxy where it can be",
  corporate: "in this network all but internal traffic goes through the proxy, S3 included",
} as const satisfies Record<EgressPolicy, string>;

/** Every S3 answer, an error too, carries a request id; a block page does not. */
const marks: readonly Mark[] = [
  { header: { name: "x-amz-request-id", matches: "." } },
  { header: { name: "x-amz-id-2", matches: "." } },
  { header: { name: "server", matches: "^AmazonS3$" } },
];

/** S3 in the three spellings that clients use: by region, by bucket, and the global name (domain-facts 2.2, 3). */
export const s3: Probe = ({ region, bucket, egress }) => {
  const suffix = awsSuffix(region);
  const get = { kind: "http", method: "GET", headers: {} } as const;
  const head = { kind: "http", method: "HEAD", headers: {} } as const;
  const common = { marks, policy, reason: reasons[egress] };
  return [
    { id: "s3/regional", url: `https://s3.${region}.${suffix}/`, exchange: get, ...common },
    bucket === undefined
      ? { id: "s3/bucket", unconfigured: "--bucket NAME" }
      : { id: "s3/bucket", url: `https://${bucket}.s3.${region}.${suffix}/`, exchange: head, ...common },
    { id: "s3/global", url: `https://s3.${suffix}/`, exchange: get, ...common },
  ];
};
