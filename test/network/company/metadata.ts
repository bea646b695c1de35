import type { Answer, Ask, Fake } from "../../../src/lab/fake.ts";
import { pathOf } from "../../../src/lab/fake.ts";
import { metadata } from "../../../src/lab/fakes/metadata.ts";
import { INSTANCES, MACHINES, REGION, ROUTER } from "./places.ts";
import type { Site } from "./sites.ts";

/** Whether the metadata services insist on tokens (IMDSv2) or answer without too. */
export type Tokens = "required" | "optional";

const ROLES = "/latest/meta-data/iam/security-credentials/";

/**
 * A machine's own metadata service: who it is, and credentials for its role, of which the name tells whose they are and
 * which open nothing (domain-facts 2.1).
 */
export function metadataSite(name: keyof typeof INSTANCES, port: number, tokens: () => Tokens): Site {
  const fake = (): Fake => {
    const own = metadata({
      instanceId: INSTANCES[name],
      privateIp: MACHINES[name],
      region: REGION,
      tokens: tokens(),
    })[80];
    const answer = own?.speaks === "http" ? own.answer : () => NOT_FOUND;
    return { [port]: { speaks: "http", answer: (ask) => credentials(name, ask, answer(ask)) } };
  };
  return { names: ["169.254.169.254"], address: ROUTER, fake };
}

const NOT_FOUND: Answer = { status: 404, headers: {}, body: "" };

/** Whoever may read other categories may read these. */
function credentials(role: string, ask: Ask, answer: Answer): Answer {
  if (answer.status !== 404 || !pathOf(ask).startsWith(ROLES)) return answer;
  const headers = { ...answer.headers, "Content-Type": "text/plain" };
  if (pathOf(ask) === ROLES) return { status: 200, headers, body: role };
  const body = JSON.stringify({
    Code: "Success",
    Type: "AWS-HMAC",
    AccessKeyId: `ASIA-OF-${role.toUpperCase()}`,
    SecretAccessKey: "opens-nothing",
    Token: "opens-nothing",
    LastUpdated: new Date().toISOString(),
    Expiration: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  });
  return { status: 200, headers, body };
}
