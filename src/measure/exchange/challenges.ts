/** Real proxies offer up to four; what offers more wants to fill a report. */
const MOST_OFFERS = 16;
/** The longest name that is registered has 13 characters (IANA, "HTTP Authentication Schemes"). */
const LONGEST_NAME = 40;

/** A scheme, alone or before a `token68` or its first parameter: no `=` follows, which would make it a parameter. */
const SCHEME = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:[ \t]+(?=[^=\s])|$)/;

type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** The ways to log in that all `Proxy-Authenticate` fields of an answer offer; nothing where it has none. */
export function offersIn(headers: Fields): { readonly offers?: readonly string[] } {
  const fields = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === "proxy-authenticate")
    .flatMap(([, value]) => value ?? []);
  return fields.length === 0 ? {} : { offers: schemesIn(fields) };
}

/**
 * The schemes that challenges name, as they are spelled, each once: there may be several fields, each with several
 * challenges (RFC 9110, 11.6.1 and 11.7.1). Case of letters makes no other scheme, and a name has no character but
 * those of a token.
 */
export function schemesIn(fields: readonly string[]): readonly string[] {
  const schemes = new Map<string, string>();
  for (const element of fields.flatMap(elementsOf)) {
    const name = SCHEME.exec(element)?.[1]?.slice(0, LONGEST_NAME);
    if (name !== undefined && !schemes.has(name.toLowerCase())) schemes.set(name.toLowerCase(), name);
    if (schemes.size === MOST_OFFERS) break;
  }
  return [...schemes.values()];
}

/** The elements of a list, parted by commas; a comma within a quoted string parts nothing, nor does a quote behind `\`. */
function elementsOf(field: string): readonly string[] {
  const elements = field.match(/(?:[^",]+|"(?:[^"\\]+|\\[\s\S])*(?:"|\\?$))+/g) ?? [];
  return elements.map((element) => element.trim());
}
