import "reflect-metadata";
import { webcrypto, X509Certificate } from "node:crypto";
import * as x509 from "@peculiar/x509";

// Its type is the browser's, which this project's libraries do not declare.
Reflect.apply(x509.cryptoProvider.set, x509.cryptoProvider, [webcrypto]);

/** Keys of one holder, and the algorithm that they sign with. */
export type Keys = webcrypto.CryptoKeyPair & {
  readonly algorithm: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams;
};

/** A certificate with the keys of its subject. */
export type Issued = { readonly name: string; readonly keys: Keys; readonly pem: string };

/** What a certificate says, with the usual left out: valid now, and for servers. */
export type Wish = {
  readonly name: string;
  readonly keys: Keys;
  /** Absent: itself. */
  readonly by?: Pick<Issued, "name" | "keys">;
  /** Whether it says that it is an authority; absent: that it is, but for a leaf. */
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  readonly from?: Date;
  readonly to?: Date;
  /** Extended key usages, as object identifiers. */
  readonly purposes?: readonly string[];
  readonly usages?: x509.KeyUsageFlags;
  readonly names?: readonly string[];
  /** IP addresses, besides the names. */
  readonly addresses?: readonly string[];
  /** With identifiers of its own key and its issuer's. */
  readonly identified?: boolean;
  readonly issuerAt?: string;
};

const DAY = 86_400_000;
let serial = 1;

/** Makes keys: elliptic, or RSA of so many bits. */
export async function newKeys(bits?: number): Promise<Keys> {
  const algorithm =
    bits === undefined
      ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
      : {
          name: "RSASSA-PKCS1-v1_5",
          hash: "SHA-256",
          modulusLength: bits,
          publicExponent: new Uint8Array([1, 0, 1]),
        };
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  return { ...pair, algorithm };
}

/** Makes a certificate. */
export async function issue(wish: Wish): Promise<Issued> {
  const { name, keys, by = wish, isAuthority = wish.names === undefined } = wish;
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: (serial++).toString(16).padStart(8, "0"),
    subject: name,
    issuer: by.name,
    notBefore: wish.from ?? new Date(Date.now() - DAY),
    notAfter: wish.to ?? new Date(Date.now() + DAY),
    signingAlgorithm: by.keys.algorithm,
    publicKey: keys.publicKey,
    signingKey: by.keys.privateKey,
    extensions: await extensionsOf(wish, isAuthority),
  });
  return { name, keys, pem: made.toString("pem") };
}

async function extensionsOf(wish: Wish, isAuthority: boolean): Promise<x509.Extension[]> {
  const { pathLength, purposes, usages, names, addresses = [], identified, issuerAt, keys, by = wish } = wish;
  return [
    new x509.BasicConstraintsExtension(isAuthority, pathLength, true),
    ...(purposes === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...purposes])]),
    ...(usages === undefined ? [] : [new x509.KeyUsagesExtension(usages, true)]),
    ...(names === undefined
      ? []
      : [
          new x509.SubjectAlternativeNameExtension([
            ...names.map((value) => ({ type: "dns" as const, value })),
            ...addresses.map((value) => ({ type: "ip" as const, value })),
          ]),
        ]),
    ...(identified === true
      ? [
          await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
          await x509.AuthorityKeyIdentifierExtension.create(by.keys.publicKey),
        ]
      : []),
    ...(issuerAt === undefined ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: [issuerAt] })]),
  ];
}

/** The private key of a certificate, PEM. */
export async function privateKeyOf({ keys }: Issued): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
}

/** A certificate as verification takes it. */
export function parsed({ pem }: Issued): X509Certificate {
  return new X509Certificate(pem);
}
