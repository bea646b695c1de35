import { transform } from "esbuild";
import { rollup } from "rollup";

/**
 * An ECMAScript module as a short text of CommonJS, with those that it imports where `modules` has them, all in one scope;
 * the others it requires. What it exports are plain properties: esbuild's own conversion has a getter for each, which
 * an import asks for another getter.
 * @param {string} name
 * @param {ReadonlyMap<string, string>} modules by their names, by which they import each other as `./NAME`
 */
export async function inCommonJs(name, modules) {
  const bundle = await rollup({
    input: name,
    plugins: [textsOf(modules)],
    treeshake: false,
    onLog: (_, log) => {
      throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({
    format: "cjs",
    exports: "named",
    esModule: false,
    strict: false,
    freeze: false,
    externalLiveBindings: false,
    dynamicImportInCjs: false,
    inlineDynamicImports: true,
    // Node's modules are what their default is; ours have none.
    interop: (id) => (id?.startsWith("./") ? "esModule" : "default"),
    generatedCode: { preset: "es2015", symbols: false },
  });
  const { code } = await transform(output[0].code, { format: "cjs", target: "node20", minify: true });
  return inAscii(code);
}

/**
 * @param {ReadonlyMap<string, string>} modules
 * @returns {import("rollup").Plugin}
 */
function textsOf(modules) {
  return {
    name: "texts",
    resolveId(id) {
      const name = id.replace(/^\.\//, "");
      return modules.has(name) ? name : { id, external: true };
    },
    load: (name) => modules.get(name) ?? null,
  };
}

/**
 * What esbuild leaves in regular expressions is escaped as well.
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
