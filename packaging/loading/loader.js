import { Script } from "node:vm";

/**
 * Where a program's texts are. Their code is what V8 kept of a run before: where it is another V8's, or is not there,
 * the text is compiled. `names` are bound in every text.
 * @typedef {object} Texts
 * @property {(name: string) => string} textOf
 * @property {(name: string) => Buffer | undefined} codeOf
 * @property {(name: string) => string} pathOf
 * @property {Readonly<Record<string, string>>} names
 * @property {(name: string) => any} require for what is no text of the program's
 */

/**
 * Requires a program's texts by their names, as Node does files: each is run once, when it is first needed. `scripts`
 * are those that were.
 * @param {Texts} texts
 */
export function loaderOf({ textOf, codeOf, pathOf, names, require }) {
  const head = `(function (exports, module, require, __filename, ${Object.keys(names)}) {`;
  /** @type {Map<string, { exports: any }>} */
  const modules = new Map();
  /** @type {Map<string, Script>} */
  const scripts = new Map();

  /** @param {string} name */
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const [filename, cachedData] = [pathOf(name), codeOf(name)];
    const script = new Script(`${head}${textOf(name)}\n})`, { filename, ...(cachedData && { cachedData }) });
    scripts.set(name, script);
    script.runInThisContext()(module.exports, module, requireFrom, filename, ...Object.values(names));
    return module.exports;
  };
  /** @param {string} name */
  const requireFrom = (name) => (name.startsWith("./") ? load(name.slice(2)) : require(name));
  return { load, scripts };
}
