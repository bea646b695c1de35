import { isIP } from "node:net";
import selfsigned from "selfsigned";

/** A certificate and its private key, PEM. */
export type Credentials = { readonly cert: string; readonly key: string };

/** A throw-away authority: its own certificate (PEM), and leaves for names and addresses. */
export type CertificateAuthority = {
  readonly certificate: string;
  readonly issue: (names: readonly string[]) => Promise<Credentials>;
};

/** Makes an authority that lives in memory and is forgotten with the process. EC P-256, valid for a year. */
export async function createAuthority(name: string): Promise<CertificateAuthority> {
  const authority = await selfsigned.generate(subject(name), {
    ...ALGORITHM,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const ca = { cert: authority.cert, key: authority.private };
  return { certificate: authority.cert, issue: (names) => makeLeaf(names, { ca }) };
}

/** A certificate that nobody vouches for but itself. */
export function selfSigned(names: readonly string[]): Promise<Credentials> {
  return makeLeaf(names, {});
}

async function makeLeaf(
  names: readonly string[],
  signer: { readonly ca?: { cert: string; key: string } },
): Promise<Credentials> {
  const leaf = await selfsigned.generate(subject(names[0] ?? "localhost"), {
    ...ALGORITHM,
    ...signer,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names.map(alternativeName) },
    ],
  });
  return { cert: leaf.cert, key: leaf.private };
}

const ALGORITHM = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

function subject(commonName: string) {
  return [{ name: "commonName", value: commonName }];
}

/** Types of RFC 5280, 4.2.1.6: 2 is a DNS name, 7 an address. */
function alternativeName(name: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name };
}
