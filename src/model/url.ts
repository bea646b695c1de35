/**
 * A text as WHATWG reads URLs; `undefined` where it is none. In place of `URL.canParse`, which in Node 20,
 * once it has been asked a few thousand times, refuses every URL with a letter such as `ø` in it.
 */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** What an `http:` or `https:` URL calls. `host` stands as it was typed, IPv6 without brackets but with its zone. */
export type HttpUrl = { readonly scheme: "http" | "https"; readonly host: string; readonly port: number };

/** An absolute `http:` or `https:` URL with a host; `undefined` where a text is none. */
export function readHttpUrl(text: string): HttpUrl | undefined {
  if (/[\s\p{Cc}]/u.test(text)) return undefined;
  const match = /^(https?):\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]+)/i.exec(text);
  // WHATWG knows no zones.
  const url = readUrl(text.replace(/(\[[^\]%/?#]*)%[^\]/?#]*\]/, "$1]"));
  if (match === null || url === undefined) return undefined;
  const scheme = url.protocol === "https:" ? "https" : "http";
  const port = Number(url.port) || (scheme === "https" ? 443 : 80);
  return { scheme, host: (match[2] ?? "").replace(/^\[|\]$/g, ""), port };
}
