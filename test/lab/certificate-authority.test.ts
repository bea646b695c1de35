import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { createAuthority, selfSigned } from "../../src/lab/certificate-authority.ts";

test("a leaf is its authority's, for the names and addresses it was asked for", async () => {
  const [authority, other] = await Promise.all([createAuthority("one"), createAuthority("other")]);
  const { cert } = await authority.issue(["a.example.com", "10.0.1.238"]);
  const leaf = new X509Certificate(cert);
  expect(leaf.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
  expect(leaf.verify(new X509Certificate(other.certificate).publicKey)).toBe(false);
  expect(leaf.checkHost("a.example.com")).toBe("a.example.com");
  expect(leaf.checkHost("b.example.com")).toBeUndefined();
  expect(leaf.checkIP("10.0.1.238")).toBe("10.0.1.238");
  expect(leaf.ca).toBe(false);
  expect(leaf.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
});

test("a self-signed certificate vouches for itself", async () => {
  const { cert } = await selfSigned(["10.0.1.238"]);
  const certificate = new X509Certificate(cert);
  expect(certificate.issuer).toBe(certificate.subject);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});
