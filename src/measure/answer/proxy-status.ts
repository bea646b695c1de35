/**
 * Errors that an intermediary may say it met (RFC 9209, 2.3), by how they begin. Other names are made up: PostgREST,
 * which is no proxy, puts the codes of its database here.
 */
const REGISTERED = /^(connection|destination|dns|http|proxy|tls)_[a-z_]+$/;

/** One intermediary, and the error that it met, of those that RFC 9209 names. */
type Hop = { readonly name: string; readonly error?: string };

/** The intermediaries of a `Proxy-Status` header, that next to us last. */
export function hopsOf(value: string): readonly Hop[] {
  return split(value, ",").flatMap((member): readonly Hop[] => {
    const [name = "", ...parameters] = split(member, ";");
    if (name === "") return [];
    const error = parameters.flatMap((each) => /^error=(.*)$/.exec(each)?.[1] ?? []).at(-1);
    return [{ name: bare(name), ...(error !== undefined && REGISTERED.test(error) ? { error } : {}) }];
  });
}

/** Which intermediary made an error: that next to us, another, or none that says so. */
export function errorMadeBy(value: string | undefined): "next" | "other" | undefined {
  const hops = hopsOf(value ?? "");
  if (hops.at(-1)?.error !== undefined) return "next";
  return hops.some(({ error }) => error !== undefined) ? "other" : undefined;
}

/** Parts between separators that stand in no quotes (RFC 8941, 3.1 and 3.3.3). */
function split(text: string, separator: "," | ";"): readonly string[] {
  const parts = separator === "," ? /(?:"(?:\\.|[^"\\])*"?|[^",])+/g : /(?:"(?:\\.|[^"\\])*"?|[^";])+/g;
  return (text.match(parts) ?? []).map((part) => part.trim());
}

function bare(name: string): string {
  return name.replace(/^"|"$/g, "");
}
