import {
  type Document,
  type ErrorCode,
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
} from "yaml";

/** Where something stands; both count from one. */
export type Place = { readonly line: number; readonly column: number };

/** What is wrong with a text, and where. */
export type Fault = { readonly place: Place; readonly what: string };

/** A path into a value: keys of mappings, indices of lists. */
export type Path = readonly (string | number)[];

/** A text's value, and where what stands under a path begins: its key or, of an item of a list, itself. */
export type ParsedYaml = {
  readonly value: unknown;
  readonly placeOf: (path: Path, part: "key" | "value") => Place;
};

const FIRST: Place = { line: 1, column: 1 };

/** Keys whose numbers are texts: 2.10 is a version and not 2.1. */
const TEXTS: ReadonlySet<unknown> = new Set(["server-version", "bucket"]);

/**
 * YAML 1.2 in its core schema, without what makes a small text large or its meaning dark: no anchors and aliases, no
 * tags, no key twice. One document, of which nothing at all is an empty mapping.
 */
export function parseYaml(text: string): ParsedYaml | Fault {
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      // Compares each key with all before it, which takes minutes for a file of a megabyte.
      uniqueKeys: false,
      stringKeys: true,
      resolveKnownTags: false,
    });
    const fault = syntaxFault(document) ?? unwantedIn(document);
    if (fault !== undefined) return { place: placeAt(fault.offset), what: fault.what };
    return {
      value: document.toJS() ?? {},
      placeOf: (path, part) => {
        const offset = offsetOf(document, path, part);
        return offset === undefined ? FIRST : placeAt(offset);
      },
    };
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return { place: FIRST, what: TOO_DEEP };
    throw error;
  }
}

type Found = { readonly offset: number; readonly what: string };

function syntaxFault({ errors, warnings }: Document.Parsed): Found | undefined {
  const [first] = [...errors, ...warnings];
  if (first === undefined) return undefined;
  const [sentence = ""] = (OWN_WORDS[first.code] ?? first.message).split("\n");
  return { offset: first.pos[0], what: `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` };
}

const TOO_DEEP = "is nested too deeply";

/** What the library says of these is for who calls it. */
const OWN_WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: "a second document begins here, and only one is read",
  RESOURCE_EXHAUSTION: TOO_DEEP,
};

function unwantedIn(document: Document.Parsed): Found | undefined {
  const found: Found[] = [];
  const tell = (node: { readonly range?: readonly number[] | null | undefined }, what: string) => {
    found.push({ offset: node.range?.[0] ?? 0, what });
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, alias) => tell(alias, "aliases are not read here; write the value itself"),
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) return tell(key, `${String(key.value)}: stands here a second time`);
        keys.add(key.value);
      }
      return undefined;
    },
    Pair: (_, pair) => keepText(pair),
  });
  return found[0];
}

/** Leaves a number as it was typed. */
function keepText({ key, value }: Pair): undefined {
  if (!isScalar(key) || !isScalar(value) || !TEXTS.has(key.value)) return;
  if (typeof value.value === "number") value.value = value.source;
}

function offsetOf(document: Document.Parsed, path: Path, part: "key" | "value"): number | undefined {
  const value = document.getIn(path, true);
  const [parent, last] = [document.getIn(path.slice(0, -1), true), path.at(-1)];
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
    : undefined;
  const nodes = part === "key" || !hasRange(value) ? [pair?.key, value, parent] : [value];
  return nodes.find(hasRange)?.range[0];
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
