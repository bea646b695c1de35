import fc from "fast-check";
import { urls } from "./cases.ts";
import type { Case } from "./subject.ts";

const HOSTS = [
  "proxy.corp",
  "10.0.0.33",
  "P.corp",
  "proxy.corp.",
  "proxy",
  "localhost",
  "127.1",
  "0x0a000021",
  "3128",
  "proxy_1.corp",
  "[2001:db8:ffff::99]",
  "2001:db8:ffff::99",
  "http://proxy.corp",
  "http://10.0.0.33:3128/",
  "proxy.corp:3128",
  "proxy.corp/",
  "user:pw@proxy.corp",
  '"proxy.corp"',
  "'proxy.corp'",
  "<proxy-ip>",
  "$PROXY_HOST",
  "prøxy.corp",
  "",
];

const PORTS = [
  "8080",
  "0",
  "",
  "0x0C38",
  "#c38",
  "06070",
  "03128",
  "+3128",
  "-1",
  "65535",
  "65536",
  "9999999999",
  "3128/",
  "3128\r",
  "<port>",
  '"3128"',
];

const PATTERNS = [
  "example.com",
  "www.example.com",
  "EXAMPLE.com",
  ".example.com",
  "*.example.com",
  "*example.com",
  "www.*",
  "*xampl*",
  "www.*.com",
  "*.*",
  "**",
  "*",
  "",
  "example.com.",
  "example.com:80",
  "example.com\r",
  "*.amazonaws.com",
  "s3.amazonaws.com",
  "*.s3.*",
  "ghe",
  "ghe*",
  "ghe_1",
  "bücher.example",
  "xn--bcher-kva.example",
  "localhost",
  "127.*",
  "127.0.0.1",
  "10.0.1.5",
  "10.*",
  "10.0.0.0/8",
  "10.0.",
  "*.5",
  "169.254.169.254",
  "169.254.*",
  "0x0a000105",
  "[::1]",
  "::1",
  "[2001:db8::1]",
  "[2001:db8:*",
  "[2001:db8:0:0:0:0:0:1]",
  "fd00:ec2::254",
  "[fd00:ec2::254]",
  '"example.com"',
  "<services_box_ip>",
];

const hosts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("proxy.corp", "10.0.0.33") },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTS) },
);
const ports = fc.oneof(fc.constant("3128"), fc.constantFrom(...PORTS));
const lists = fc
  .array(
    fc.tuple(
      fc.constantFrom(...PATTERNS),
      fc.constantFrom("|", "|", "|", "|", "|", "||", ",", ";", ":", " | "),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.flat().slice(0, -1).join(""));

/** Names of properties and what may stand in them; those that people set most come most often. */
const options: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: option(["http.proxyHost", "https.proxyHost"], hosts) },
  { weight: 4, arbitrary: option(["http.proxyPort", "https.proxyPort"], ports) },
  { weight: 4, arbitrary: option(["http.nonProxyHosts"], lists) },
  { weight: 1, arbitrary: option(["proxyHost", "socksProxyHost"], hosts) },
  { weight: 1, arbitrary: option(["proxyPort", "socksProxyPort", "socksProxyVersion"], ports) },
  { weight: 1, arbitrary: option(["socksProxyVersion"], fc.constantFrom("4", "5", "04", "3")) },
  { weight: 1, arbitrary: option(["socksNonProxyHosts", "https.nonProxyHosts"], lists) },
  { weight: 1, arbitrary: option(["http.ProxyHost", "http.proxyUser", "http.nonproxyhosts"], hosts) },
  { weight: 1, arbitrary: fc.constantFrom("-Dhttp.proxyHost", "-Dhttp.nonProxyHosts", "-Dhttps.proxyPort") },
);

function option(names: readonly string[], values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...names), values).map(([name, value]) => `-D${name}=${value}`);
}

/** Between the words of a variable; the last is what a web page puts for a blank. */
const blanks = fc.constantFrom(" ", " ", " ", "  ", "\t", "\n", "\r\n", "\u00a0");

/** Ways in which a person quotes a word, well or not. */
const QUOTINGS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word,
  (word) => word,
  (word) => `"${word}"`,
  (word) => `'${word}'`,
  (word) => word.replace(/=(.*)/s, '="$1"'),
  (word) => word.replace(/=(.*)/s, "='$1'"),
  (word) => word.replace(/=(.*)/s, "='$1 | x'"),
];

/** Ways in which the JVM stumbles. */
const MISQUOTINGS: readonly ((word: string) => string)[] = [
  (word) => word.replace("=", '="'),
  (word) => `${word}'`,
  (word) => `${word} |x`,
];

const quotings = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...QUOTINGS) },
  { weight: 1, arbitrary: fc.constantFrom(...MISQUOTINGS) },
);

/** Blanks around the separators of a list stop a JVM too, where nothing quotes them. */
function withoutBlanks(word: string): string {
  return word.replaceAll(" | ", "|");
}

const variables = fc
  .array(fc.tuple(options.map(withoutBlanks), quotings, blanks), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([word, quoted, blank]) => `${quoted(word)}${blank}`).join(""));

const PROXIED =
  "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";

/** Options as a start script splits them, or each of them in quotes; half begin with a proxy for both schemes. */
const environments = fc
  .tuple(fc.boolean(), fc.array(options, { maxLength: 6 }), fc.boolean())
  .map(([proxied, rest, quoted]): Case["environment"] => {
    const first = proxied ? PROXIED.split(" ") : [];
    if (quoted) return { JAVA_TOOL_OPTIONS: [...first, ...rest].map(inQuotes).join(" ") };
    return { JVM_OPTS: [...first, ...rest.map(withoutBlanks)].join(" ") };
  });

function inQuotes(word: string): string {
  return word.includes('"') ? `'${word}'` : `"${word}"`;
}

/** Options and a URL; every JVM starts with them. */
export const javaCases: fc.Arbitrary<Case> = fc.record({ environment: environments, url: urls });

/** Options in every variable that a JVM or its start script reads, and a URL. */
export const javaOptionCases: fc.Arbitrary<Case> = fc.record({
  environment: fc.record(
    {
      JAVA_TOOL_OPTIONS: variables,
      JDK_JAVA_OPTIONS: variables,
      JVM_OPTS: variables,
      _JAVA_OPTIONS: variables,
      JAVA_OPTS: fc.constant(PROXIED),
    },
    { requiredKeys: [] },
  ),
  url: urls,
});
