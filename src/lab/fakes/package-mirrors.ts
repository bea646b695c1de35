import type { Answer, Fake, FakePort } from "../fake.ts";
import { pathOf } from "../fake.ts";

/** A server of files that are as long as a check reads: it may answer for a range with the whole (RFC 9110, 14.2). */
function files(speaks: "http" | "https", texts: ReadonlyMap<string, Answer>): FakePort {
  return { speaks, answer: (ask) => texts.get(pathOf(ask)) ?? NOT_FOUND };
}

const NOT_FOUND: Answer = {
  status: 404,
  headers: { "Content-Type": "text/html; charset=iso-8859-1" },
  body: "<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n</body></html>\n",
};

function file(body: string, headers: Readonly<Record<string, string>>): Answer {
  return { status: 200, headers: { ...headers, "Accept-Ranges": "bytes" }, body };
}

const IN_RELEASE = `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

Origin: Ubuntu
Label: Ubuntu
Suite: devel
Description: of proxy-doctor's lab; there are no packages
-----BEGIN PGP SIGNATURE-----

bm8gc2lnbmF0dXJl
-----END PGP SIGNATURE-----
`;

/** Ubuntu's archive: the signed list of what a release holds. A file without an ending has no type (domain-facts 2.6). */
export const ubuntuArchive: Fake = {
  80: files(
    "http",
    new Map([["/ubuntu/dists/devel/InRelease", file(IN_RELEASE, { Server: "Apache/2.4.29 (Ubuntu)" })]]),
  ),
};

const PUBLIC_KEY = `-----BEGIN PGP PUBLIC KEY BLOCK-----

bm8ga2V5
-----END PGP PUBLIC KEY BLOCK-----
`;

/** Docker's packages, and the key that signs them (domain-facts 2.6). */
export const dockerPackages: Fake = {
  443: files(
    "https",
    new Map([
      ["/linux/ubuntu/gpg", file(PUBLIC_KEY, { "Content-Type": "binary/octet-stream", Server: "AmazonS3" })],
    ]),
  ),
};

const SUMS = ["darwin_amd64", "linux_amd64", "windows_amd64"]
  .map((platform, at) => `${`${at}123456789abcdef`.repeat(4)}  nomad_0.11.3_${platform}.zip\n`)
  .join("");

/** HashiCorp's releases: the sums of Nomad's (domain-facts 2.6). */
export const hashicorpReleases: Fake = {
  443: files(
    "https",
    new Map([
      [
        "/nomad/0.11.3/nomad_0.11.3_SHA256SUMS",
        file(SUMS, { "Content-Type": "text/plain; charset=utf-8", Server: "AmazonS3" }),
      ],
    ]),
  ),
};
