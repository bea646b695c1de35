import selfsigned from "selfsigned";
import type { Credentials } from "../../src/lab/certificate-authority.ts";

/** What a certificate is for and who vouches for it; without an issuer it vouches for itself. */
type Wanted = {
  readonly name?: string;
  readonly issuer?: Credentials;
  readonly is?: "server" | "client" | "authority";
  readonly years?: readonly [number, number];
  readonly rsaBits?: number;
  readonly alternatives?: readonly string[];
};

const USES = {
  server: { name: "extKeyUsage", serverAuth: true },
  client: { name: "extKeyUsage", clientAuth: true },
  authority: { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
} as const;

async function make(wanted: Wanted): Promise<Credentials> {
  const { name = "target.test", issuer, is = "server", years = [2020, 2120], rsaBits } = wanted;
  const alternatives = wanted.alternatives ?? ["target.test", "proxy.test"];
  const made = await selfsigned.generate([{ name: "commonName", value: name }], {
    ...(rsaBits === undefined
      ? ({ keyType: "ec", curve: "P-256" } as const)
      : ({ keyType: "rsa", keySize: rsaBits } as const)),
    algorithm: "sha256",
    notBeforeDate: new Date(`${years[0]}-01-01T00:00:00Z`),
    notAfterDate: new Date(`${years[1]}-01-01T00:00:00Z`),
    ...(issuer === undefined ? {} : { ca: issuer }),
    extensions: [
      { name: "basicConstraints", cA: is === "authority", critical: true },
      USES[is],
      ...(is === "authority"
        ? []
        : [{ name: "subjectAltName", altNames: alternatives.map(dnsName) } as const]),
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** Type 2 of RFC 5280, 4.2.1.6. */
function dnsName(value: string): { type: 2; value: string } {
  return { type: 2, value };
}

/** A leaf with the certificates that are to be sent behind it. */
function sending(leaf: Credentials, ...behind: readonly Credentials[]): Credentials {
  return { cert: [leaf, ...behind].map(({ cert }) => cert).join("\n"), key: leaf.key };
}

/** Makes the certificates of the zoo, all but the broken ones by an authority (PEM) that is to be trusted. */
export async function makeCertificates() {
  const root = await make({ name: "Zoo Root", is: "authority" });
  const rsaRoot = await make({ name: "Zoo RSA Root", is: "authority", rsaBits: 2048 });
  const stranger = await make({ name: "Nobody's Root", is: "authority" });
  const between = await make({ name: "Zoo Between", is: "authority", issuer: root });
  const good = await make({ issuer: root });
  const byBetween = await make({ issuer: between });
  const byStranger = await make({ issuer: stranger });
  const certificates = {
    good,
    expired: await make({ issuer: root, years: [2019, 2020] }),
    "not yet valid": await make({ issuer: root, years: [2110, 2120] }),
    "for another name": await make({ issuer: root, alternatives: ["other.test"] }),

    "self-signed": await make({}),
    "of an unknown issuer": byStranger,
    "of an unknown root": sending(byStranger, stranger),
    "without its intermediate": byBetween,
    "with its intermediate": sending(byBetween, between),
    "for clients": await make({ issuer: root, is: "client" }),
    "of no authority": sending(await make({ issuer: good }), good),
    "with a short key": await make({ issuer: rsaRoot, rsaBits: 1024 }),
    "with a tiny key": await make({ issuer: rsaRoot, rsaBits: 512 }),
    "with escape sequences": await make({ name: "\u001b[31mred\u202e", alternatives: ["target.test"] }),
    "with a thousand names": await make({
      issuer: root,
      alternatives: Array.from({ length: 1000 }, (_, index) => `n${index}.test`),
    }),
  };
  return { certificates, authorities: [root.cert, rsaRoot.cert] };
}

/** The certificates by their names. */
export type Certificates = Awaited<ReturnType<typeof makeCertificates>>["certificates"];
/** What a certificate is called. */
export type CertificateName = keyof Certificates;
