import { describe, expect, test } from "vitest";
import { PROBES } from "../../probes/index.ts";
import { type Answer, recognise } from "../../src/measure/answer/recognise.ts";
import type { Installation } from "../../src/model/installation.ts";
import { isConfigured, type Target, type TargetId, type Unconfigured } from "../../src/model/target.ts";
import { BY_CA_FILE } from "../rig/chains.ts";
import { WHOLE } from "../rig/every-target.ts";

const all = (of: Installation) => Object.values(PROBES).flatMap((probe) => probe(of));
const targets = all(WHOLE).filter(isConfigured);
const target = (id: TargetId): Target => targets.find((each) => each.id === id) ?? expect.fail(`no ${id}`);
const answer = (
  status: number,
  headers: Answer["headers"],
  body = "",
  tls: Answer["tls"] = undefined,
): Answer => ({ status, headers, body, tls });

/** Answers as domain-facts 2 records them of the real services. */
const TRUE_ANSWERS: readonly (readonly [TargetId, Answer])[] = [
  ["license-server/api", answer(200, { "content-type": "text/plain" }, "203.0.113.7\n")],
  ["license-server/api", answer(200, {}, "2001:db8::7")],
  ["license-server/get", answer(206, { "content-type": "text/x-shellscript" }, "#!/bin/bash\n\nset -e\n")],
  [
    "license-server/registry",
    answer(401, {
      "www-authenticate":
        'Bearer realm="https://registry.replicated.com/v2/token",service="registry.replicated.com"',
    }),
  ],
  ["license-server/registry-data", answer(404, { "content-type": "text/plain" }, "", BY_CA_FILE)],
  [
    "s3/regional",
    answer(307, { server: "AmazonS3", location: "https://aws.amazon.com/s3/", "x-amz-request-id": "A1" }),
  ],
  ["s3/bucket", answer(403, { "x-amz-id-2": "q=", "x-amz-bucket-region": "us-east-1" })],
  ["s3/bucket", answer(301, { server: "AmazonS3", "content-type": "application/xml" })],
  ["s3/global", answer(400, { "x-amz-request-id": "A1" })],
  ["ec2-metadata/identity", answer(200, { server: "EC2ws" })],
  ["ec2-metadata/identity", answer(401, { server: "EC2ws", "content-type": "text/html" })],
  [
    "ec2-metadata/identity",
    answer(200, { "content-type": "text/plain" }, '{ "instanceId" : "i-0a1b2c3d4e5f60718" }'),
  ],
  [
    "ec2-api/ec2",
    answer(400, { server: "AmazonEC2" }, "<Response><Errors/><RequestID>4f1c-aa</RequestID></Response>"),
  ],
  ["ec2-api/sts", answer(403, { "x-amzn-requestid": "9f8e" }, "<ErrorResponse/>")],
  ["ec2-api/sqs", answer(403, {}, "<ErrorResponse><RequestId>00-ff</RequestId></ErrorResponse>")],
  ["github-enterprise/web", answer(200, { "content-type": "text/html" }, "GitHub lives! (2026-11-24)")],
  ["github-enterprise/api", answer(401, {}, '{"message":"Must authenticate to access this API."}')],
  ["github-enterprise/api", answer(200, { "x-github-enterprise-version": "enterprise-server@3.9.0" }, "{}")],
  ["github-enterprise/ssh", answer(0, {}, "SSH-2.0-babeld-8405c1b6")],
  ["services-machine/web", answer(302, { "x-circleci-identity": "i-45fbc4c2" })],
  ["services-machine/web", answer(200, { "content-type": "text/html" }, "<html><title>CircleCI</title>")],
  ["services-machine/console", answer(302, { location: "/create-password" })],
  [
    "services-machine/console",
    answer(200, { "content-type": "text/html" }, "<title>Replicated | Secure</title>"),
  ],
  ["services-machine/vm-service", answer(200, { "content-type": "application/json" }, '{"ok":true}')],
  [
    "container-registries/docker-hub",
    answer(401, {
      "content-type": "application/json",
      "www-authenticate": 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
    }),
  ],
  ["container-registries/docker-hub", answer(429, { "docker-distribution-api-version": "registry/2.0" })],
  [
    "container-registries/docker-auth",
    answer(200, { "content-type": "application/json; charset=utf-8" }, '{"token":"eyJhbGciOiJSUzI1NiIs'),
  ],
  [
    "container-registries/quay",
    answer(
      401,
      {
        "content-type": "text/html; charset=utf-8",
        "www-authenticate": 'Basic realm="quay.io", Bearer realm="https://quay.io/v2/auth",service="quay.io"',
      },
      "true",
    ),
  ],
  [
    "package-mirrors/ubuntu",
    answer(206, {}, "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nOrigin: Ubuntu\n"),
  ],
  [
    "package-mirrors/docker",
    answer(200, { "content-type": "binary/octet-stream" }, "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQIN"),
  ],
  [
    "package-mirrors/hashicorp",
    answer(
      200,
      { "content-type": "text/plain" },
      `${"0f1e2d3c4b5a6978".repeat(4)}  nomad_0.11.3_darwin_amd64.zip\n`,
    ),
  ],
];

const BLOCK_PAGE = answer(
  200,
  { "content-type": "text/html; charset=utf-8", server: "nginx" },
  "<html><title>Access denied</title>http://circleci.example.com ghe.example.com api.replicated.com are blocked</html>",
  BY_CA_FILE,
);

describe("the true target is known by what it says", () => {
  test.each(TRUE_ANSWERS)("%s: %o", (id, given) =>
    expect(recognise(given, target(id), false)).toBe("target"),
  );

  test("every target that is asked something has such an answer", () => {
    const asked = targets.filter(({ exchange }) => exchange.kind !== "connect").map(({ id }) => id);
    const known = TRUE_ANSWERS.map(([id]) => id);
    expect(asked.filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe.each(targets.filter(({ exchange }) => exchange.kind !== "connect"))("$id", (asked) => {
  test("a page with status 200, over a certificate that --ca-file vouches for, is someone else's", () => {
    expect(recognise(BLOCK_PAGE, asked, false)).toBe("someone-else");
  });

  test("a portal's redirect is someone else's", () => {
    const portal = answer(302, {
      location: "https://login.portal.example/?from=x",
      "content-type": "text/html",
    });
    expect(recognise(portal, asked, false)).toBe("someone-else");
  });

  test("a status alone proves nothing", () => {
    expect([
      recognise(answer(200, {}, "<ok/>"), asked, false),
      recognise(answer(401, {}), asked, false),
    ]).toEqual(["unknown", "unknown"]);
  });
});

describe("probes", () => {
  test("what an installation lacks is named, with the option that would configure it", () => {
    const { services: _s, ghe: _g, bucket: _b, ...bare } = WHOLE;
    const lacking = all({ ...bare, onEc2: "no" }).filter(
      (entry): entry is Unconfigured => !isConfigured(entry),
    );
    expect(lacking).toHaveLength(1 + 1 + 3 + 6);
    for (const { unconfigured } of lacking) expect(unconfigured).toMatch(/^--\w+ \w+$|^not an EC2 instance$/);
    expect(all({ ...bare, onEc2: "no" }).map(({ id }) => id)).toEqual(all(WHOLE).map(({ id }) => id));
  });

  test("China has hosts of its own", () => {
    const urls = all({ ...WHOLE, region: "cn-north-1" })
      .filter(isConfigured)
      .map(({ url }) => url);
    expect(urls).toContain("https://my-bucket.s3.cn-north-1.amazonaws.com.cn/");
    expect(urls.some((url) => url.startsWith("https://ec2.cn-north-1.amazonaws.com.cn/"))).toBe(true);
  });

  test("on EC2 apt has the mirror of its region, elsewhere the archive itself", () => {
    const archive = (onEc2: Installation["onEc2"]) =>
      all({ ...WHOLE, region: "eu-west-1", onEc2 })
        .filter(isConfigured)
        .find(({ id }) => id === "package-mirrors/ubuntu")?.url;
    expect(archive("yes")).toBe("http://eu-west-1.ec2.archive.ubuntu.com/ubuntu/dists/devel/InRelease");
    expect(archive("no")).toBe("http://archive.ubuntu.com/ubuntu/dists/devel/InRelease");
    expect(archive("unknown")).toBe(archive("no"));
  });

  test("no path leads to credentials, and every pattern is one", () => {
    for (const { url, marks } of targets) {
      expect(url).not.toMatch(/iam|security-credentials/);
      for (const { body, header } of marks) new RegExp(`${body ?? ""}${header?.matches ?? ""}`);
    }
  });

  test("what lies outside of AWS and the network goes either way, or through the proxy where all is to", () => {
    for (const { id, policy } of targets) {
      if (!/^(license-server|container-registries|package-mirrors)\//.test(id)) continue;
      expect([id, policy.standard, policy.corporate]).toEqual([id, "either", "must-proxy"]);
    }
  });

  test("metadata, GitHub Enterprise and the Services machine are direct in every network", () => {
    for (const { id, policy } of targets) {
      if (!/^(ec2-metadata|github-enterprise|services-machine)\//.test(id)) continue;
      expect([id, policy.standard, policy.corporate]).toEqual([id, "must-direct", "must-direct"]);
    }
  });
});
