/** A text as somebody reads it who undoes escapes, and where in the text as it stands a place in it is. */
export type Reading = { readonly text: string; readonly originOf: (place: number) => number };

type Escape = { readonly pattern: RegExp; readonly meaning: (match: RegExpMatchArray) => string };

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** How URLs, forms, HTML, and JSON with its kin write a character; of two such ways, a form's blank is undone first. */
const ESCAPES: readonly Escape[] = [
  { pattern: /\+/g, meaning: () => " " },
  { pattern: /%([\da-f]{2})/gi, meaning: ([, hex]) => characterOf(hex, 16) },
  {
    pattern: /&(?:#x0{0,6}([\da-f]{1,5})|#0{0,6}(\d{1,6})|(amp|lt|gt|quot|apos));/gi,
    meaning: ([, hex, decimal = "0", name]) =>
      name === undefined ? characterOf(hex ?? decimal, hex === undefined ? 10 : 16) : named(name),
  },
  {
    pattern: /\\(?:u([\da-f]{4})|x([\da-f]{2})|(["'\\/]))/gi,
    meaning: ([, unicode, byte, sign]) => sign ?? characterOf(unicode ?? byte, 16),
  },
];

function named(name: string): string {
  return NAMED[name.toLowerCase()] ?? "";
}

function characterOf(digits: string | undefined, radix: number): string {
  return String.fromCodePoint(Number.parseInt(digits ?? "0", radix));
}

/** A text as it stands and with its escapes undone, of every kind by itself and of one kind after another. */
export function readingsOf(text: string): readonly Reading[] {
  const plain = { text, originOf: (place: number) => place };
  const once = undone(plain);
  return [plain, ...once, ...once.flatMap(undone)];
}

function undone(reading: Reading): readonly Reading[] {
  return ESCAPES.flatMap((escape) => without(escape, reading) ?? []);
}

/** A reading without one kind of escape; `undefined` where it has none. */
function without({ pattern, meaning }: Escape, reading: Reading): Reading | undefined {
  const steps: { readonly at: number; readonly from: number }[] = [];
  let text = "";
  let from = 0;
  for (const match of reading.text.matchAll(pattern)) {
    text += `${reading.text.slice(from, match.index)}${meaning(match)}`;
    from = match.index + match[0].length;
    steps.push({ at: text.length, from });
  }
  if (steps.length === 0) return undefined;
  const originOf = (place: number) => {
    const step = steps.findLast(({ at }) => at <= place) ?? { at: 0, from: 0 };
    return reading.originOf(step.from + place - step.at);
  };
  return { text: `${text}${reading.text.slice(from)}`, originOf };
}
