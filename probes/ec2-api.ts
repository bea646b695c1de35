import { awsSuffix } from "../src/model/installation.ts";
import type { Mark, Probe, Target } from "../src/model/target.ts";

/** An unsigned call is harmless, and AWS's refusal of it proves that AWS was reached (domain-facts 2.3). */
const marks: readonly Mark[] = [
  { header: { name: "x-amzn-requestid", matches: "." } },
  { header: { name: "x-amz-request-id", matches: "." } },
  { body: "<RequestI[dD]>[0-9a-f-]+</RequestI[dD]>" },
];

/** The AWS interfaces that CircleCI calls, by region (domain-facts 1.2, 2.3, 3). */
export const ec2Api: Probe = ({ region }) => {
  const call = (service: string, query: string): Target => ({
    id: `ec2-api/${service}`,
    url: `https://${service}.${region}.${awsSuffix(region)}/?${query}`,
    exchange: { kind: "http", method: "GET", headers: {} },
    marks,
    policy: { standard: "either", corporate: "must-proxy" },
    reason: "AWS interfaces may be proxied; VMs for machine executors are created through them",
  });
  return [
    call("ec2", "Action=DescribeRegions&Version=2016-11-15"),
    call("sts", "Action=GetCallerIdentity&Version=2011-06-15"),
    call("sqs", "Action=ListQueues&Version=2012-11-05"),
  ];
};
