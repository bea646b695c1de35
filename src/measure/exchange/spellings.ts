import { readingsOf } from "./readings.ts";

/** A form of a secret that may be met in a text, in lower case. */
export type Spelling = {
  readonly text: string;
  /** It counts only where no letter and no digit is beside it. */
  readonly asWord: boolean;
  /** Characters about it that tell of the secret too, as base64 mixes what is neighbours. */
  readonly before: number;
  readonly behind: number;
};

/** What is shorter is found where it was not meant, in any date. */
const SHORTEST = 6;

/** What is shorter is found even as a word where it was not meant. */
const SHORTEST_WORD = 4;

/**
 * The forms of a secret: as it is, in UTF-8 or Latin-1, in base64 wherever in a longer text it stands, and in hex. A
 * secret of four or five characters is looked for as a word only; one of fewer has no form, since it would be found in
 * any text.
 */
export function spellingsOf(secret: Buffer): readonly Spelling[] {
  const plain = [secret.toString("latin1"), secret.toString("utf8")].map((text) => exactly(text));
  const encoded = secret.length < SHORTEST_WORD ? [] : [exactly(secret.toString("hex")), ...base64Of(secret)];
  const all = [...plain, ...encoded].filter(({ text, asWord }) => text.length >= SHORTEST || asWord);
  return [...new Map(all.map((each) => [each.text, each])).values()];
}

function exactly(text: string): Spelling {
  const asWord = text.length >= SHORTEST_WORD && text.length < SHORTEST;
  return { text: lowered(text), asWord, before: 0, behind: 0 };
}

/** What base64 makes of bytes: by themselves, and of those that do not depend on their neighbours, within more. */
function base64Of(bytes: Buffer): readonly Spelling[] {
  const alone = bytes.toString("base64").replace(/=+$/, "");
  const within = [0, 1, 2].map((offset) => {
    const all = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = all.subarray(0, all.length - (all.length % 3)).toString("base64");
    return { text: whole.slice(offset === 0 ? 0 : 4), before: offset === 0 ? 0 : 4, behind: 4 };
  });
  return [{ text: alone, before: 0, behind: 2 }, ...within]
    .filter(({ text }) => text.length >= SHORTEST)
    .flatMap((each) => [each, { ...each, text: each.text.replaceAll("+", "-").replaceAll("/", "_") }])
    .map((each) => ({ ...each, text: lowered(each.text), asWord: false }));
}

type Range = readonly [from: number, to: number];

/** Where in a text spellings stand, escaped in any usual way or not; one that the text's end cuts off is found too. */
export function placesOf(text: string, spellings: readonly Spelling[]): readonly Range[] {
  return readingsOf(text).flatMap(({ text: read, originOf }) => {
    const lower = lowered(read);
    const ranges = spellings.flatMap((spelling) => found(lower, spelling));
    return ranges.map(([from, to]) => [originOf(from), originOf(to)] as const);
  });
}

/** In lower case, and as long as before. */
function lowered(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase();
}

function found(text: string, spelling: Spelling): readonly Range[] {
  const ranges: Range[] = [];
  const { length } = spelling.text;
  for (let at = text.indexOf(spelling.text); at >= 0; at = text.indexOf(spelling.text, at + length)) {
    const isWord = !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ""}${text[at + length] ?? ""}`);
    if (isWord || !spelling.asWord) ranges.push(withNeighbours(text, [at, at + length], spelling));
  }
  return [...ranges, ...cutOff(text, spelling)];
}

function withNeighbours(text: string, [from, to]: Range, { before, behind }: Spelling): Range {
  const [head = ""] = /[\w+/-]*$/.exec(text.slice(Math.max(0, from - before), from)) ?? [];
  const [tail = ""] = /^[\w+/-]*=*/.exec(text.slice(to, to + behind)) ?? [];
  return [from - head.length, to + tail.length];
}

function cutOff(text: string, { text: spelled }: Spelling): readonly Range[] {
  for (let length = Math.min(spelled.length - 1, text.length); length >= SHORTEST; length -= 1) {
    if (text.endsWith(spelled.slice(0, length))) return [[text.length - length, text.length]];
  }
  return [];
}
