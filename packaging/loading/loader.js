import { Script } from "node:vm";
import { joined } from "./joined.js";

/**
 * What one command loads, joined, and the code that V8 kept of a run of it: where it is another V8's, the text is
 * compiled.
 * @typedef {{ text: string, code?: Buffer }} Opening
 */

/**
 * Where a program's texts are. `names` are bound in every text.
 * @typedef {object} Texts
 * @property {(name: string) => string} textOf
 * @property {(name: string) => string} pathOf
 * @property {Readonly<Record<string, string>>} names
 * @property {(name: string) => any} require for what is no text of the program's
 * @property {Opening | undefined} opening holds those that are likely to be needed
 */

/**
 * Requires a program's texts by their names, as Node does files: each is run once, when it is first needed. `loaded`
 * names those that were; `script` is the opening's.
 * @param {Texts} texts
 */
export function loaderOf({ textOf, pathOf, names, require, opening }) {
  const [bound, values] = [Object.keys(names), Object.values(names)];
  /** @type {Map<string, { exports: any }>} */
  const modules = new Map();

  /** @param {Script} script */
  const functionsOf = (script) => script.runInThisContext()(...values);
  const script = opening && scriptOf(opening, pathOf("opening"));
  const opened = script === undefined ? {} : functionsOf(script);

  /** @param {string} name */
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = pathOf(name);
    const alone = () => scriptOf({ text: joined(new Map([[name, textOf(name)]]), bound) }, filename);
    const run = opened[name] ?? functionsOf(alone())[name];
    run(module.exports, module, requireFrom, filename);
    return module.exports;
  };
  /** @param {string} name */
  const requireFrom = (name) => (name.startsWith("./") ? load(name.slice(2)) : require(name));
  return { load, script, loaded: () => [...modules.keys()] };
}

/**
 * @param {Opening} text
 * @param {string} filename
 */
function scriptOf({ text, code }, filename) {
  return new Script(text, { filename, ...(code && { cachedData: code }) });
}
