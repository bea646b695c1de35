/** V8 copies what does not begin at a multiple of it. */
const WORD = 8;
/** The first word says, in hexadecimal digits, where the pieces begin, the second where all ends; then come the places. */
const HEAD = 2 * WORD;

/**
 * Several pieces of bytes as one, each found by its name.
 * @param {ReadonlyMap<string, Uint8Array>} pieces
 */
export function pack(pieces) {
  /** @type {Record<string, [begin: number, length: number]>} */
  const placeOf = {};
  let length = 0;
  for (const [name, piece] of pieces) {
    placeOf[name] = [length, piece.length];
    length = filled(length + piece.length);
  }
  const places = JSON.stringify(placeOf);
  const begin = filled(HEAD + Buffer.byteLength(places));
  const whole = Buffer.alloc(begin + length);
  for (const [index, word] of [begin, whole.length].entries()) {
    whole.write(word.toString(16).padStart(WORD, "0"), index * WORD);
  }
  whole.write(places.padEnd(begin - HEAD), HEAD);
  for (const [name, piece] of pieces) whole.set(piece, begin + (placeOf[name]?.[0] ?? 0));
  return whole;
}

/**
 * Finds the piece of a name in what `pack` made, of which no more is read than that; undefined where there is none.
 * Throws where what it reads from is something else, or not whole.
 * @param {number} size in bytes
 * @param {(begin: number, length: number) => Buffer} read
 * @returns {(name: string) => Buffer | undefined}
 */
export function unpack(size, read) {
  const head = read(0, HEAD).toString("latin1");
  const [begin, end] = [head.slice(0, WORD), head.slice(WORD)].map((word) => Number.parseInt(word, 16));
  if (begin === undefined || end !== size) throw new Error("not whole");
  /** @type {Record<string, [begin: number, length: number]>} */
  const placeOf = JSON.parse(read(HEAD, begin - HEAD).toString());
  return (name) => {
    const place = placeOf[name];
    return place && read(begin + place[0], place[1]);
  };
}

/** @param {number} length */
function filled(length) {
  return Math.ceil(length / WORD) * WORD;
}
