/** @typedef {import("./loader.js").Opening} Opening */

/** Stands for every word of which no opening was kept. */
const OTHERS = "";

/**
 * The pieces of which a program's openings are made. The last of them serves every other command, too.
 * @param {ReadonlyMap<string, Required<Opening>>} openings by the first word of the command line
 */
export function piecesOf(openings) {
  const last = [...openings.keys()].at(-1);
  return new Map(
    [...openings].flatMap(([word, { text, code }]) => {
      const served = word === last ? OTHERS : word;
      return [
        [textOf(served), Buffer.from(text)],
        [codeOf(served), code],
      ];
    }),
  );
}

/**
 * The opening for the first word of a command line. An option has its own or none: nothing else begins with it.
 * @param {(name: string) => Buffer | undefined} pieceOf
 * @param {string} [word]
 */
export function openingFor(pieceOf, word = OTHERS) {
  return openingOf(pieceOf, word) ?? (word.startsWith("-") ? undefined : openingOf(pieceOf, OTHERS));
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
