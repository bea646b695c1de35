import type { X509Certificate } from "node:crypto";
import type { TrustStore } from "../../model/trust.ts";
import { certificateFrom, foldedName, type Link, linkOf } from "./link.ts";
import { type PathRules, RULES } from "./path-fault.ts";

/** More authorities of one name are not tried. */
const MOST_NAMESAKES = 16;

/** The authorities of a store, by their names. */
export type Authorities = {
  /** Those of a name, as `foldedName` has it. */
  readonly named: (subject: string) => readonly Link[];
  readonly hold: (link: Link) => boolean;
  readonly rules: PathRules;
};

/** Turns PEM into a certificate; many stores hold the same ones. */
export type Parse = (pem: string) => X509Certificate | undefined;

/** A parser that reads each certificate but once, however its lines are broken. */
export function rememberingParse(): Parse {
  const known = new Map<string, X509Certificate | undefined>();
  return (pem) => {
    const key = pem.replace(/\s+/g, "");
    if (!known.has(key)) known.set(key, certificateFrom(pem));
    return known.get(key);
  };
}

/** Opens a store. Nothing is read before it is first asked, and then of each certificate no more than its name. */
export function authoritiesOf(
  { kind, certificates }: Pick<TrustStore, "kind" | "certificates">,
  parse: Parse = certificateFrom,
): Authorities {
  let index: ReadonlyMap<string, readonly X509Certificate[]> | undefined;
  const named = (subject: string): readonly Link[] => {
    index ??= bySubject(certificates, parse);
    return (index.get(subject) ?? []).map(linkOf);
  };
  return {
    named,
    hold: ({ subject, sha256 }) => named(subject).some((each) => each.sha256 === sha256),
    rules: RULES[kind],
  };
}

function bySubject(
  certificates: readonly string[],
  parse: Parse,
): ReadonlyMap<string, readonly X509Certificate[]> {
  const index = new Map<string, X509Certificate[]>();
  for (const pem of certificates) {
    const certificate = parse(pem);
    if (certificate === undefined) continue;
    const subject = foldedName(certificate.subject);
    const namesakes = index.get(subject) ?? [];
    if (namesakes.length < MOST_NAMESAKES) namesakes.push(certificate);
    index.set(subject, namesakes);
  }
  return index;
}
