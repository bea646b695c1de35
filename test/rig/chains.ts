import type { Answer } from "../../src/measure/answer/recognise.ts";

type Tls = NonNullable<Answer["tls"]>;

/** What TLS showed: a chain of one certificate, by this issuer, and what is said of it. */
function chain(issuer: string, said: Pick<Tls, "trust" | "untrusted" | "wrongName">): Tls {
  const certificate = {
    subject: "CN=api.example.com",
    issuer,
    names: "DNS:api.example.com",
    validFrom: "2026-01-01T00:00:00.000Z",
    validTo: "2027-01-01T00:00:00.000Z",
    sha256: "00",
    key: "RSA 2048",
  };
  return { protocol: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256", chain: [certificate], ...said };
}

const AMAZON = "C=US, O=Amazon, CN=Amazon RSA 2048 M02";

/** Trusted by public authorities, and for this host. */
export const PUBLIC = chain(AMAZON, { trust: { node: "trusted" } });
/** The same, for another host. */
export const OF_ANOTHER = chain(AMAZON, { trust: { node: "trusted" }, wrongName: true });
/** Trusted by an authority alone that was named on the command line. */
export const BY_CA_FILE = chain("O=Example, CN=Example Root", {
  trust: { node: "unknown-issuer", "--ca-file": "trusted" },
});
/** Nobody knows its issuer. */
export const BY_NOBODY = chain("CN=who knows", { trust: { node: "self-signed" }, untrusted: "self-signed" });
/** Out of date, and by an authority that is known. */
export const EXPIRED = chain(AMAZON, { trust: { node: "expired" }, untrusted: "expired" });

/** Made by an interceptor whose authority was named on the command line, as many would. */
export function madeBy(issuer: string): Tls {
  return chain(issuer, { trust: { node: "unknown-root", "--ca-file": "trusted" } });
}
