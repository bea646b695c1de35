import type { Installation } from "../src/model/installation.ts";
import type { Probe, Target } from "../src/model/target.ts";

const policy = { standard: "either", corporate: "must-proxy" } as const;
const reason = "packages are installed from here; direct or proxied, as the network allows";

/**
 * Where packages come from: Ubuntu's archive, Docker's and HashiCorp's (domain-facts 2.6, 3). Each answer begins
 * with what no page of a proxy's does, and no more than that is asked for.
 */
export const packageMirrors: Probe = (installation) => {
  const mirror = (name: string, url: string, body: string): Target => ({
    id: `package-mirrors/${name}`,
    url,
    exchange: { kind: "http", method: "GET", headers: { range: "bytes=0-1023" } },
    marks: [{ status: [200, 206], body }],
    policy,
    reason,
  });
  return [
    // `devel` is whichever release comes next, so that this path is there whatever release this machine has.
    mirror(
      "ubuntu",
      `http://${ubuntuArchive(installation)}/ubuntu/dists/devel/InRelease`,
      "^-----BEGIN PGP SIGNED MESSAGE-----",
    ),
    mirror(
      "docker",
      "https://download.docker.com/linux/ubuntu/gpg",
      "^\\s*-----BEGIN PGP PUBLIC KEY BLOCK-----",
    ),
    mirror(
      "hashicorp",
      "https://releases.hashicorp.com/nomad/0.11.3/nomad_0.11.3_SHA256SUMS",
      "^[0-9a-f]{64} [ *]nomad_",
    ),
  ];
};

/** On EC2 cloud-init gives apt the mirror of the region (cloud-init `cloud.cfg`, `package_mirrors`). */
function ubuntuArchive({ onEc2, region }: Installation): string {
  return onEc2 === "yes" ? `${region}.ec2.archive.ubuntu.com` : "archive.ubuntu.com";
}
