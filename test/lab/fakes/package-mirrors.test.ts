import { expect, test } from "vitest";
import { dockerPackages, hashicorpReleases, ubuntuArchive } from "../../../src/lab/fakes/package-mirrors.ts";
import { askFake } from "../asking.ts";

test.each([
  [ubuntuArchive, 80, "/ubuntu/dists/devel/InRelease", /^-----BEGIN PGP SIGNED MESSAGE-----\nHash: /],
  [dockerPackages, 443, "/linux/ubuntu/gpg", /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n/],
  [
    hashicorpReleases,
    443,
    "/nomad/0.11.3/nomad_0.11.3_SHA256SUMS",
    /^([0-9a-f]{64} {2}nomad_0\.11\.3_\w+\.zip\n){3}$/,
  ],
] as const)("what is fetched for packages is there, and nothing else (%#)", (fake, port, path, text) => {
  const { status, body } = askFake(fake, port, path);
  expect(status).toBe(200);
  expect(body).toMatch(text);
  const missing = askFake(fake, port, `${path}.missing`);
  expect([missing.status, missing.headers["Content-Type"]]).toEqual([404, "text/html; charset=iso-8859-1"]);
});
