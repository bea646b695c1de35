import { isConfigured, type Target, type Unconfigured } from "../model/target.ts";
import type { PrivateNames } from "./private-names.ts";
import { canonical } from "./public-names.ts";
import type { Words } from "./words.ts";

/** What parts a URL from what stands about it. */
const OUTSIDE = String.raw`\s"'\x60,;|<>()\\`;

/** What stands in a URL behind its host and port: path, query, fragment. */
export const URL_PATH = String.raw`(?=[/?#])(?<=:\/\/[^/?#${OUTSIDE}]{1,256})(?<urlPath>[/?#](?:\$\{\w+\}|[^{}${OUTSIDE}])+)`;

/** A variable, a mask and a specifier, which stay as they are, as an ending does that tells what a file is; and a word. */
const PART = new RegExp(
  [
    String.raw`\$\{\w+\}|\$\w+|\*+\d*|%(?![\da-f]{2})[a-z]`,
    String.raw`\.(?:pac|dat|js|git|html?|php|aspx?|txt|pem|crt|cer|crl|der)$`,
    String.raw`(?<word>(?:[\p{L}\p{M}\p{N}_-]|%[\da-f]{2})+)`,
  ].join("|"),
  "giu",
);

/** What proxy scripts are called everywhere. */
const COMMON = ["wpad.dat", "proxy.pac"];

const PARTING = /([/?#])/;

/** The parts of what stands in URLs behind their hosts. */
export function partsOfPaths(targets: readonly (Target | Unconfigured)[]): readonly string[] {
  return targets
    .filter(isConfigured)
    .flatMap(({ url }) => /^[a-z]+:\/\/[^/?#]*([/?#].*)$/is.exec(url)?.[1]?.split(PARTING) ?? []);
}

/** A path with a word for each word of its parts that not everybody asks for: what begins another does so still. */
export function sharedUrlPath(
  path: string,
  word: Words,
  { asked, placeholders }: Pick<PrivateNames, "asked" | "placeholders">,
): string {
  return path
    .split(PARTING)
    .map((part) => (asked.has(part) || COMMON.includes(part) ? part : sharedPart(part)))
    .join("");

  function sharedPart(part: string): string {
    return part.replace(PART, (all: string, ending: string | undefined) =>
      ending === undefined || placeholders.has(canonical(all)) ? all : word(all),
    );
  }
}
