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

/** First words behind which no command is run, the one that names a part (`packaging/one-file/program.js`) among them. */
const WITHOUT_COMMAND = new Set(["--help", "-h", "--version", "-V", "--run-part"]);

/**
 * The opening for the first word of a command line: its own, or that of the others, as where a check is asked for by its
 * options alone.
 * @param {(name: string) => Buffer | undefined} pieceOf
 * @param {string} [word]
 */
export function openingFor(pieceOf, word = OTHERS) {
  return openingOf(pieceOf, word) ?? (WITHOUT_COMMAND.has(word) ? undefined : openingOf(pieceOf, OTHERS));
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
