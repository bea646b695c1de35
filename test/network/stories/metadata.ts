import { ENVIRONMENT, NOMAD_DROP_IN } from "../company/settings.ts";
import { inAll, without } from "./changes.ts";
import { chapter } from "./story.ts";

const forgotten = without("169.254.169.254");

export const METADATA = chapter("metadata", [
  {
    name: "through squid, which tells for whom it asks: no token",
    plan: { files: { services: inAll(forgotten, ENVIRONMENT) } },
    says: [
      "misrouted-to-proxy ec2-metadata/identity (verified)",
      "- metadata-token-refused ec2-metadata/identity (verified)",
    ],
  },
  {
    name: "through squid, where the service does not insist on tokens: the identity of the proxy",
    plan: { tokens: "optional", files: { services: inAll(forgotten, ENVIRONMENT) } },
    says: [
      "misrouted-to-proxy ec2-metadata/identity (verified)",
      "- metadata-of-another-machine ec2-metadata/identity (verified)",
      "- metadata-token-refused ec2-metadata/identity (verified)",
    ],
  },
  {
    name: "through tinyproxy, which is given a token: the identity of the proxy",
    plan: { proxy: "tinyproxy", files: { services: inAll(forgotten, ENVIRONMENT) } },
    says: [
      "misrouted-to-proxy ec2-metadata/identity (verified)",
      "- metadata-of-another-machine ec2-metadata/identity (verified)",
    ],
  },
  {
    name: "through tinyproxy, for the build agent of a Nomad client alone",
    on: "nomad-client",
    plan: { proxy: "tinyproxy", files: { "nomad-client": inAll(forgotten, NOMAD_DROP_IN) } },
    says: [
      "misrouted-to-proxy ec2-metadata/identity (verified)",
      "- metadata-of-another-machine ec2-metadata/identity (verified)",
    ],
  },
]);
