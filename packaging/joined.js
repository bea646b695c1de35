/** @typedef {readonly [name: string, code: string]} Text */

/** To find, read and start a text takes as long as to compile so many characters. */
const SMALL = 4096;
/** What so many texts need, nearly every start needs. */
const MANY = 8;
/** What several texts share has such a name, and is required in this way alone. */
const SHARED = /^chunk-(\w+)\.js$/;
const REQUIRED = /require\("\.\/chunk-(\w+)\.js"\)/g;
/** Where a program begins: what these need is all that some starts need, and is not to wait for more. */
const FIRST = ["start.js", "main.js"];

/** Each is run once, as Node does with files. Their parentheses have V8 compile them at once. */
const ONCE = `var own=exports,once=function(run){var module;return function(){
if(!module){module={exports:{}};run(module,module.exports)}return module.exports}};\n`;

/**
 * Texts of CommonJS, of which those that are small and shared by many are joined in one, `shared.js`: each costs more to
 * get than to have. There, too, each is run when it is first needed.
 * @param {readonly Text[]} texts
 * @returns {readonly Text[]}
 */
export function joined(texts) {
  const names = smallAndShared(texts);
  /** @param {string} code @param {string} place */
  const redirected = (code, place) =>
    code.replace(REQUIRED, (all, key) => (names.has(`chunk-${key}.js`) ? `${place}._${key}()` : all));
  const parts = texts.flatMap(([name, code]) => {
    if (!names.has(name)) return [];
    const key = name.replace(SHARED, "_$1");
    return [`exports.${key}=once((function(module,exports){${redirected(code, "own")}\n}));\n`];
  });
  const others = texts.filter(([name]) => !names.has(name));
  return [
    ...others.map(
      ([name, code]) => /** @type {const} */ ([name, redirected(code, 'require("./shared.js")')]),
    ),
    ["shared.js", `${ONCE}${parts.join("")}`],
  ];
}

/**
 * The names of those that are joined; what asks where it lies is left there.
 * @param {readonly Text[]} texts
 */
function smallAndShared(texts) {
  const needing = texts.flatMap(([, code]) => [...new Set(requiredBy(code))]);
  const apart = neededFirst(new Map(texts));
  const small = texts.filter(
    ([name, code]) =>
      SHARED.test(name) && code.length < SMALL && !code.includes("MODULE_URL") && !apart.has(name),
  );
  const names = small.map(([name]) => name);
  return new Set(names.filter((name) => needing.filter((each) => each === name).length >= MANY));
}

/**
 * The texts without which the first cannot run.
 * @param {ReadonlyMap<string, string>} texts
 */
function neededFirst(texts) {
  const needed = new Set(FIRST);
  for (const name of needed) {
    for (const each of requiredBy(texts.get(name) ?? "")) needed.add(each);
  }
  return needed;
}

/** @param {string} code */
function requiredBy(code) {
  return [...code.matchAll(REQUIRED)].map(([, key]) => `chunk-${key}.js`);
}
