/** @typedef {import("./loader.js").Opening} Opening */

/** Loads the most of what the others need as well. */
const AS_MOST = "lint";

/**
 * The pieces of which a program's openings are made.
 * @param {ReadonlyMap<string, Required<Opening>>} openings by the first word of the command line
 */
export function piecesOf(openings) {
  return new Map(
    [...openings].flatMap(([word, { text, code }]) => [
      [textOf(word), Buffer.from(text)],
      [codeOf(word), code],
    ]),
  );
}

/**
 * The opening for the first word of a command line. An option has its own or none: nothing else begins with it.
 * @param {(name: string) => Buffer | undefined} pieceOf
 * @param {string} [word]
 * @returns {Opening | undefined}
 */
export function openingFor(pieceOf, word = AS_MOST) {
  const own = openingOf(pieceOf, word);
  return own === undefined && !word.startsWith("-") ? openingOf(pieceOf, AS_MOST) : own;
}

/**
 * @param {(name: string) => Buffer | undefined} pieceOf
 * @param {string} word
 * @returns {Opening | undefined}
 */
function openingOf(pieceOf, word) {
  const [text, code] = [pieceOf(textOf(word)), pieceOf(codeOf(word))];
  return text && code && { text: text.toString("latin1"), code };
}

/** @param {string} word */
function textOf(word) {
  return `${word} text`;
}

/** @param {string} word */
function codeOf(word) {
  return `${word} code`;
}
