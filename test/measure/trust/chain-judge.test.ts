import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { expect, test } from "vitest";
import { openChainJudge } from "../../../src/measure/trust/chain-judge.ts";
import { givenStore } from "../../../src/model/trust.ts";
import { parsed } from "../../rig/certificates.ts";
import { pieces } from "../../rig/pki.ts";

test("Node's own authorities are asked with those given and without", async () => {
  const { root } = await pieces();
  const judge = openChainJudge([givenStore([root.pem])]);
  const own = rootCertificates.map((pem) => new X509Certificate(pem)).find(({ ca }) => ca);
  if (own === undefined) throw new Error("Node has no authorities");
  // An authority is no server; but it is known, by which it is told from one that vouches for itself.
  const { trust, untrusted } = judge([own], new Date(Date.parse(own.validFrom) + 1000));
  expect(trust).toEqual({ node: "not-for-servers", "--ca-file": "self-signed" });
  expect(untrusted).toBe("not-for-servers");
});

test("of a chain that is none, nothing is said but that nobody vouches for it", () => {
  expect(openChainJudge([])([], new Date())).toEqual({ trust: {}, untrusted: "unknown-issuer" });
});

test("a verdict is not kept for ever", async () => {
  const { root, upper, lower, leaf } = await pieces();
  const judge = openChainJudge([givenStore([root.pem])]);
  const chain = [leaf, lower, upper].map(parsed);
  const now = new Date();
  expect(judge(chain, now)).not.toHaveProperty("untrusted");
  expect(judge(chain, now)).toBe(judge(chain, now));
  expect(judge(chain, new Date("2400-01-01")).untrusted).toBe("expired");
});
