import fc from "fast-check";

const DELIMITERS = ["http://", "http:", "//", "/", "@", ":", "::", "[", "]", "#", "?"] as const;

const WORDS = ["user", "pw", "proxy.corp", "10.0.0.33", ":3128", "2001:db8::9", "%41", "%"] as const;

const STRAY = [";", "&", "_", ".", "*", " ", "\t", "\r", "<", '"', "'", "$", "~", "+", ","] as const;

/** Pieces a client reads something of its own into, by the kind of piece they stand among. */
type OwnPieces = Record<"delimiters" | "words" | "stray", readonly string[]>;

/** Pieces of proxies in any order, for clients that read something into most of them. */
export function oddProxies(own: OwnPieces): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...DELIMITERS, ...own.delimiters),
    fc.constantFrom(...WORDS, ...own.words),
    fc.constantFrom(...STRAY, ...own.stray),
  );
  return fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
}
