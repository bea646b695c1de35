import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import { textsByName } from "../texts.js";
import { optionsFor } from "./bundle.js";

/**
 * For who starts the file itself; node takes the second line for a word and a comment. A colon hides the words from
 * node, as in bin/proxy-doctor.js.
 */
const SHELL = `#!/bin/sh
":" //; command -v node >/dev/null || { echo "proxy-doctor: this file needs Node 20.18.1 or newer, and there is no node on the PATH" >&2; exit 2; }; case $1 in route|lint|--version) young= ;; *) young=--max-semi-space-size=8 ;; esac; for word do set -- "$@" ":$word"; shift; done; exec node $young -- "$0" "$@"
`;

/** The program as one script, in which every text is where its beginning says. */
export async function script() {
  const { texts, metafile } = await textsByName(optionsFor("script"));
  /** @type {Record<string, [number, number]>} */
  const places = {};
  let all = "";
  for (const [name, text] of texts) {
    const inside = inComment(text);
    places[name] = [all.length, inside.length];
    all += `${inside}\n`;
  }
  const source = await readFile(new URL("./front.js", import.meta.url), "utf8");
  const end = "*/\n";
  const define = { PLACES: JSON.stringify(places), LENGTH: String(all.length + end.length) };
  const front = await transform(source, { target: "es5", define, minifyWhitespace: true });
  return { text: `${SHELL}${front.code}\n/*${all}${end}`, metafile };
}

/**
 * A text as it may stand in a comment.
 * @param {string} text
 */
function inComment(text) {
  if (text.includes("\x01"))
    throw new Error("a text has the character that is to stand for the end of a comment");
  return text.replaceAll("*/", "*\x01/");
}
