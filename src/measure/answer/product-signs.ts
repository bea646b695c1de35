/**
 * How a product shows itself: by a header on answers of a sort, or by a part of what it sends. `title` and `page` are
 * read where the answer is HTML, `text` in any body, `location` in a redirect without its parameters, `issuer` in the
 * certificates of a chain, as `PhaseFacts` spells names. On the answer to CONNECT every header sign counts, those of
 * `tunnel` nowhere else. `source` says who saw it: a program and its version, or where its transcript is public.
 */
export type Sign = { readonly matches: RegExp; readonly source: string } & (
  | { readonly header: string; readonly on: "tunnel" | "errors" | "any" }
  | { readonly part: "title" | "page" | "text" | "location" | "issuer" }
);

/**
 * A product that may stand between. A `gateway` is one that nothing but itself names on such answers. A `server` is as
 * often the target's own front: its name is no proof of a proxy, but its plain error page is no filter's either. A
 * `cdn` stands before targets, never before their users.
 */
export type Product = {
  readonly name: string;
  readonly kind: "gateway" | "server" | "cdn";
  readonly signs: readonly Sign[];
  /** What it adds to `Via` on answers that it passes on; its own errors have a sign besides, or no such `Via`. */
  readonly passes?: RegExp;
  /** What it says on a page, whatever the status, only where it is a proxy that did not get through. */
  readonly failing?: RegExp;
};

/** A header in which a product names itself, on these answers. */
export function header(name: string, on: "tunnel" | "errors" | "any", matches: RegExp, source: string): Sign {
  return { header: name, on, matches, source };
}

/** A part of an answer, or of how it came, in which a product shows itself. */
export function part(
  where: "title" | "page" | "text" | "location" | "issuer",
  matches: RegExp,
  source: string,
): Sign {
  return { part: where, matches, source };
}
