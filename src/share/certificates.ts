import type { Certificate } from "../model/phase.ts";
import type { Keyed } from "./keyed.ts";
import type { Renaming } from "./rename.ts";

/** Authorities that issue certificates to everybody. */
const PUBLIC_AUTHORITY =
  /(?:^|, )O=(?:DigiCert(?: Inc\.?)?|Amazon|Let's Encrypt|Internet Security Research Group|GlobalSign(?: nv-sa)?|Sectigo Limited|Google Trust Services(?: LLC)?|GoDaddy\.com\\?, Inc\.|Baltimore|Entrust(?:\\?, Inc\.)?|COMODO CA Limited|The USERTRUST Network|Starfield Technologies\\?, Inc\.)(?:$|, )/;

/**
 * A certificate without private names. Its fingerprint, by which public logs find it, is another one; its key and the
 * times between which it is valid stay.
 */
export function sharedCertificate(certificate: Certificate, renaming: Renaming, keyed: Keyed): Certificate {
  const { subject, issuer, names, sha256, issuerAt } = certificate;
  return {
    ...certificate,
    subject: distinguishedName(subject, renaming),
    issuer: distinguishedName(issuer, renaming),
    names: sharedAlternatives(names, renaming),
    sha256: fingerprint(keyed("certificate", sha256)),
    ...(issuerAt === undefined ? {} : { issuerAt: withoutPath(renaming.words(issuerAt)) }),
  };
}

/** Where a host stands in it, the host as everywhere; a word for every other value. */
function distinguishedName(name: string, { words, word }: Renaming): string {
  if (PUBLIC_AUTHORITY.test(name)) return name;
  return name.replace(/(?<=(?:^|, )[\w.]+=)(?:(?!, [\w.]+=)[\s\S])+/g, (value) =>
    isHost(value) ? words(value) : word(value),
  );
}

/** Each of the names beside the subject, as Node lists them: `DNS:a.b, IP Address:10.0.0.1, URI:spiffe://a/b`. */
function sharedAlternatives(names: string, renaming: Renaming): string {
  return names.replace(
    /(?<=^|, )((?:[\w ]{2,20}:)?)("(?:[^"\\]|\\.)*"|[^,]*)/gs,
    (_, kind: string, value: string) => `${kind}${sharedAlternative(kind, value, renaming)}`,
  );
}

function sharedAlternative(kind: string, value: string, { host, urlPath }: Renaming): string {
  if (/^(?:|(?:DNS|IP Address|email):)$/.test(kind)) return host(value);
  if (kind !== "URI:") return value === "<unsupported>" ? value : urlPath(value);
  const [, scheme = "", authority = "", path = ""] =
    /^("?[a-z][a-z0-9+.-]*:)?(\/\/[^/?#"]*)?(.*)$/is.exec(value) ?? [];
  return `${scheme}${host(authority)}${urlPath(path)}`;
}

function isHost(value: string): boolean {
  return /^[\p{L}\p{M}\p{N}*_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(value);
}

function withoutPath(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?#]*)[\s\S]*$/i, "$1/");
}

function fingerprint(drawn: Uint8Array): string {
  return [...drawn].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":");
}
