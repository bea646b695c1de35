import type { Probe } from "../src/model/target.ts";

/**
 * The instance metadata service: an IMDSv2 token first, then the identity document, never a path that
 * holds credentials (domain-facts 2.1, 3). It exists on EC2 only.
 */
export const ec2Metadata: Probe = ({ onEc2 }) => [
  onEc2 === "no"
    ? { id: "ec2-metadata/identity", unconfigured: "not an EC2 instance" }
    : {
        id: "ec2-metadata/identity",
        url: "http://169.254.169.254/latest/dynamic/instance-identity/document",
        exchange: { kind: "instance-identity" },
        marks: [
          { header: { name: "server", matches: "^EC2ws" } },
          { status: [200], body: '"instanceId"\\s*:\\s*"i-[0-9a-f]+"' },
        ],
        policy: { standard: "must-direct", corporate: "must-direct" },
        reason:
          "it tells this machine who it is; through a proxy it speaks of another machine, or not at all",
      },
];
