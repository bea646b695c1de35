/**
 * Words under which a country's registry sells names, as the Public Suffix List has them most often. The list itself
 * is some ten thousand lines that change every week; a redirect that a word missing here lets pass is at worst called
 * unclear.
 */
const SOLD_UNDER: ReadonlySet<string> = new Set(
  "ac co com edu gob gouv go gov gv id lg ltd me mil ne net nhs nom or org plc sch".split(" "),
);

/** The registrable domain of a host, roughly its owner: `example.co.uk`, `example.com`; an address is its own. */
export function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  const [second = "", country = ""] = labels.slice(-2);
  const isCountrys = country.length === 2 && SOLD_UNDER.has(second);
  return labels.slice(isCountrys ? -3 : -2).join(".");
}

/** Whether two hosts are one owner's, as far as names tell; a name without dots may be short for one with them. */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other) || isShortFor(one, other) || isShortFor(other, one);
}

function isShortFor(short: string, host: string): boolean {
  return !short.includes(".") && host.toLowerCase().startsWith(`${short.toLowerCase()}.`);
}
