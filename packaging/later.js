/** Who loads Node's child processes at once, for what it does only with programs beside its own, of which we have none. */
const COMMANDER = /[\\/]node_modules[\\/]commander[\\/]/;

/**
 * Has commander load what starts programs when it starts one: with all that this loads in turn, it takes two of a
 * hundred milliseconds of a start.
 * @returns {import("esbuild").Plugin}
 */
export function programsLater() {
  return {
    name: "programs-later",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        COMMANDER.test(importer) ? { path: "child_process", namespace: "later" } : undefined,
      );
      onLoad({ filter: /./, namespace: "later" }, () => ({
        contents: 'exports.spawn = (...words) => require("node:child_process").spawn(...words);',
      }));
    },
  };
}
