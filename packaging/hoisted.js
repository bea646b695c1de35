import { inCommonJs } from "./common-js.js";

/** What the modules of an opening are exported as by the one that imports them all. */
const WHOLE = "whole";

/**
 * Modules as one text, in one scope, with the same use as one of texts that were only joined (`loading/joined.js`): it
 * gives a function of each by its name. The first that is called runs them all, so that it is for a command that needs
 * each of them. Within one scope nothing is asked of another module's exports.
 * @param {ReadonlyMap<string, string>} modules
 * @param {readonly string[]} names bound in all
 */
export async function hoisted(modules, names) {
  const all = [...modules.keys()];
  const imports = all.map((name, index) => `import * as m${index} from "./${name}";`);
  const byName = all.map((name, index) => `${JSON.stringify(name)}: m${index}`);
  const whole = [...imports, `export const modules = { ${byName} };`].join("\n");
  const body = await inCommonJs(WHOLE, new Map([...modules, [WHOLE, whole]]));
  const functions = all.map((name) => `${JSON.stringify(name)}: of(${JSON.stringify(name)})`);
  return `(function (${names}) {
let modules;
function run(exports, require, __filename) {${body}
return exports.modules;
}
const of = (name) => (_, module, require, __filename) => {
modules ??= run({}, require, __filename);
module.exports = modules[name];
};
return {${functions}};
})`;
}
