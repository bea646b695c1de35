import { expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { misroutedMetadata } from "../../render/reports.ts";
import { doctorsClaim } from "./doctors-claim.ts";

const COMMON = {
  id: "of-one",
  severity: "error",
  subject: {},
  evidence: [],
  causedBy: [],
  fixes: [],
} as const;
const OPENED: Finding = {
  ...COMMON,
  code: "tls-interception",
  args: {
    route: "http://10.0.0.33:3128",
    issuer: "CN=Interceptor",
    hosts: [],
    targets: ["license-server/get", "license-server/api"],
    instead: [],
    refusing: [{ why: "unknown-root", components: ["replicated"], targets: ["license-server/api"] }],
    accepting: ["shell-commands"],
    unknown: [],
  },
};
const UNMEASURED: Finding = {
  ...COMMON,
  code: "bypass-missing",
  args: {
    hosts: ["10.0.1.50"],
    targets: ["nomad-clients/10.0.1.50"],
    components: ["jvm-services"],
    proxies: ["http://10.0.0.33:3128"],
    reason: "",
  },
};

test.each<readonly [string, Finding, readonly string[]]>([
  ["of opened TLS, what is called in vain", OPENED, ["https://api.replicated.com"]],
  ["of what nobody measures, its host", UNMEASURED, ["10.0.1.50"]],
  ["of what will be wrong later, nothing yet", { ...UNMEASURED, latent: true }, []],
  ["of a remark, nothing", { ...UNMEASURED, severity: "info" }, []],
])("%s is blamed", (_, finding, blamed) => {
  expect([...doctorsClaim({ ...misroutedMetadata, findings: [finding] }).blames]).toEqual(blamed);
});
