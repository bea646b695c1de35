import { keepMarkers, type Mark } from "../model/mark.ts";
import { maskNamePart } from "../model/redact.ts";
import type { Loader } from "../model/setting.ts";
import { maskValue } from "./mask-value.ts";
import { isKept } from "./relevant.ts";
import { wgetName } from "./wgetrc.ts";

/** How a line of a grammar may be shown. */
export type LineShape = {
  /** What stands before a value; its first group is the name as it is spelled. */
  readonly head: RegExp;
  /** The value behind a head without what is secret in it; `undefined` where it is no setting about proxies. */
  readonly mask: (spelled: string, value: string) => string | undefined;
  /** How many characters of `rest` are the value; `before` is the character before the head. */
  readonly extent: (rest: string, before: string, spelled: string) => number;
  /** Words that are shown wherever they stand. */
  readonly scaffold: ReadonlySet<string>;
};

/** The same of a grammar, whatever is to stand in place of secrets. */
type Shape = Omit<LineShape, "mask"> & {
  readonly mask: (spelled: string, value: string, mark: Mark) => string | undefined;
};

const SCAFFOLD =
  "export readonly declare typeset set unset env -e --env -x -gx -a Service Environment REPLICATED_OPTS proxies default Defaults";

const maskAs =
  (nameOf: (spelled: string) => string): Shape["mask"] =>
  (spelled, value, mark) => {
    const name = nameOf(spelled);
    return isKept(name) ? maskValue(name, value, mark) : undefined;
  };

const lengthOf =
  (pattern: RegExp): LineShape["extent"] =>
  (rest) =>
    pattern.exec(rest)?.[0].length ?? 0;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** `NAME=`, or `"Name": "` in JSON, where a name may be `http-proxy`; behind docker's `-e` no blank need be. */
const COMMON: Shape = {
  head: /(?:(?<=-e)|(?<![\w.-]))([A-Za-z_]\w*(?:-proxy)?)(?:\+?=|"\s*:\s*)/g,
  mask: maskAs((name) => name),
  extent: commonExtent,
  scaffold: words(SCAFFOLD),
};

/**
 * How far a value goes: to its quote, be it a part of the value, or that of a word in quotes, and else to a blank that
 * is no part of it.
 */
function commonExtent(rest: string, before: string): number {
  const own = /^\\?["']/.exec(rest)?.[0];
  const quote = own ?? /^["']/.exec(before)?.[0];
  if (quote === undefined) return /^(?:[^\s"']|(?<=,)\s|\s(?=-D))*/.exec(rest)?.[0].length ?? 0;
  const end = rest.indexOf(quote, own?.length ?? 0);
  return end < 0 ? rest.length : end;
}

const TO_THE_END = lengthOf(/^.*/s);

const SHAPES: { readonly [L in Loader]?: Shape } = {
  "apt-conf": {
    // Within blocks, less than the whole name is left on a line.
    head: /(?<![\w.:-])((?:[\w.-]{1,200}::){0,9}(?:Proxy|CaInfo)(?:::[\w.:[\]-]{1,300})?)[ \t]+(?=\S)/gi,
    mask: maskAs((name) => (/^Acquire::/i.test(name) ? name : `Acquire::https::${name}`)),
    extent: lengthOf(/^(?:"[^"]*(?:"|$)|[^;\s"]*)/),
    scaffold: words("Acquire http https Proxy #clear"),
  },
  wgetrc: {
    head: /^\s*([A-Za-z0-9_-]+)\s*=\s*/g,
    mask: maskAs(wgetName),
    extent: TO_THE_END,
    scaffold: words(""),
  },
  curlrc: {
    head: /^\s*(-x(?!\s)|(?:(?:--)?(?:(?:no)?proxy|cacert|capath)|-x)(?=[\s=:]))[\s=:]*/gi,
    mask: maskAs((option) =>
      /^-x/i.test(option) ? "--proxy" : `--${option.toLowerCase().replace(/^--/, "")}`,
    ),
    extent: lengthOf(/^(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^\s"]\S*)?/),
    scaffold: words(""),
  },
  "git-config": {
    head: /(?<![\w.-])(?:(proxy|sslca(?:info|path))[ \t]*=[ \t]*|(?<=\[)(http)[ \t]+")/gi,
    mask: (spelled, value, mark) =>
      /^http$/i.test(spelled) ? maskNamePart(value) : maskValue(`http.${spelled.toLowerCase()}`, value, mark),
    extent: (rest, _before, spelled) =>
      lengthOf(
        !/^http$/i.test(spelled) ? /^(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|\\.|[^"\\#;])*/ : /^(?:[^"\\]|\\.)*/,
      )(rest, "", ""),
    scaffold: words("http"),
  },
  "aws-config": {
    head: /^\s*(prox(?:y|ies)|\w{1,9}_proxy|ca_bundle)\s*[=:]\s*/gi,
    mask: maskAs((name) => name),
    extent: TO_THE_END,
    scaffold: words("default profile"),
  },
};

/** How a line of a loader's grammar may be shown; as most grammars have it, where the loader is not known. */
export function shapeOf(loader: Loader | undefined, mark = keepMarkers): LineShape {
  const shape = (loader && SHAPES[loader]) ?? COMMON;
  return { ...shape, mask: (spelled, value) => shape.mask(spelled, value, mark) };
}
