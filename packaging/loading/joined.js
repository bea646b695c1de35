/**
 * Texts as one, which V8 reads and runs at once: it gives a function of each by its name, and binds `names` in all.
 * @param {ReadonlyMap<string, string>} texts
 * @param {readonly string[]} names
 */
export function joined(texts, names) {
  // In brackets, V8 compiles a function along with what is around it.
  const functions = [...texts].map(
    ([name, text]) =>
      `${JSON.stringify(name)}: (function (exports, module, require, __filename) {${text}\n})`,
  );
  return `(function (${names}) { return {${functions.join(",\n")}}; })`;
}
