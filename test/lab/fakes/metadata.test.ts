import { describe, expect, test } from "vitest";
import { metadata } from "../../../src/lab/fakes/metadata.ts";
import { askFake } from "../asking.ts";

const instance = { instanceId: "i-0123456789abcdef0", privateIp: "10.0.1.238", region: "eu-west-1" };
const strict = metadata({ ...instance, tokens: "required" });
const lenient = metadata({ ...instance, tokens: "optional" });
const TOKEN = "/latest/api/token";
const DOCUMENT = "/latest/dynamic/instance-identity/document";
const TTL = "x-aws-ec2-metadata-token-ttl-seconds";

const put = (headers: Record<string, string>) => askFake(strict, 80, TOKEN, { method: "PUT", headers });
const get = (fake: typeof strict, path: string, token?: string) =>
  askFake(fake, 80, path, { headers: token === undefined ? {} : { "x-aws-ec2-metadata-token": token } });

describe("tokens", () => {
  test("one is granted for a time between 1 second and 6 hours, which it repeats", () => {
    const answer = put({ [TTL]: "60" });
    expect(answer).toMatchObject({ status: 200, headers: { "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": "60" } });
    expect(answer.body).toMatch(/^[\w+/=-]{40,}$/);
    expect(put({ [TTL]: "21600" }).status).toBe(200);
  });

  test.each([{}, { [TTL]: "" }, { [TTL]: "0" }, { [TTL]: "21601" }, { [TTL]: "abc" }])(
    "%j gets none: 400",
    (headers) => {
      const answer = put(headers);
      expect(answer.status).toBe(400);
      expect(answer.body).not.toBe(put({ [TTL]: "60" }).body);
    },
  );

  test("a request that a proxy passed on gets none: 403", () => {
    expect(put({ [TTL]: "60", "x-forwarded-for": "10.0.1.238" }).status).toBe(403);
  });
});

describe("the identity document", () => {
  test("is given for the token that was granted", () => {
    const token = put({ [TTL]: "10" }).body;
    const { status, body, headers } = get(strict, DOCUMENT, token);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ Server: "EC2ws", "Content-Type": "text/plain" });
    expect(JSON.parse(body)).toMatchObject({ ...instance, accountId: "123456789012" });
  });

  test("is given without a token only where none is required", () => {
    expect(get(strict, DOCUMENT).status).toBe(401);
    expect(get(lenient, DOCUMENT).status).toBe(200);
  });

  test("is never given for a wrong token", () => {
    expect(get(strict, DOCUMENT, "wrong").status).toBe(401);
    expect(get(lenient, DOCUMENT, "wrong").status).toBe(401);
  });
});

test("categories are plain text; there are no credentials", () => {
  expect(get(lenient, "/latest/meta-data/instance-id").body).toBe(instance.instanceId);
  expect(get(lenient, "/latest/meta-data/local-ipv4").body).toBe(instance.privateIp);
  expect(get(lenient, "/latest/meta-data/public-ipv4").status).toBe(404);
  expect(get(lenient, "/latest/meta-data/iam/security-credentials/").status).toBe(404);
});

test("every answer is signed by the service, refusals too", () => {
  for (const path of [TOKEN, DOCUMENT, "/nothing"]) {
    expect(get(strict, path).headers).toMatchObject({ Server: "EC2ws" });
  }
});
