import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { engineInside } from "./engine.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A package that is taken in where it is installed, which nobody needs: https-proxy-agent asks for it in vain. */
const NOT_INSTALLED = "kerberos";

/** The module that stands in for `src/parts/program.js`. */
const ownProgram = {
  name: "own-program",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onResolve }) {
    const path = fileURLToPath(new URL("./program.js", import.meta.url));
    onResolve({ filter: /parts\/program\.js$/ }, () => ({ path }));
  },
};

/**
 * How the program is bundled, with all that it depends on.
 * @param {import("./form.ts").Form} form
 */
const optionsFor = (form) =>
  /** @satisfies {import("esbuild").BuildOptions} */ ({
    entryPoints: ["packaging/one-file/main.ts"],
    absWorkingDir: root,
    outdir: "/",
    write: false,
    bundle: true,
    metafile: true,
    keepNames: true,
    minify: true,
    legalComments: "none",
    platform: "node",
    target: "node20",
    external: [NOT_INSTALLED],
    loader: { ".md": "text", ".sh": "text" },
    define: {
      ONE_FILE_FORM: JSON.stringify(form),
      "import.meta.url": "ONE_FILE_URL",
      __filename: "ONE_FILE_PATH",
    },
    plugins: [ownProgram, engineInside()],
    logLevel: "warning",
  });

/** What is built in is loaded in the same way as all else: an executable of Node's has no other. */
const ALL_REQUIRED = { "dynamic-import": false };

/** Where an executable's program lies, as a thread is to find it. */
const PATHS = { "node-executable": "process.execPath", "bun-executable": "process.argv[1]" };

/**
 * The whole program as one text of CommonJS, in which modules run when they are needed.
 * @param {keyof typeof PATHS} form
 */
export async function wholeText(form) {
  const path = `const ONE_FILE_PATH = ${PATHS[form]}`;
  const banner = { js: `${path}, ONE_FILE_URL = require("node:url").pathToFileURL(ONE_FILE_PATH).href;` };
  const { outputFiles, metafile } = await build({
    ...optionsFor(form),
    format: "cjs",
    supported: ALL_REQUIRED,
    banner,
  });
  return { text: outputFiles[0]?.text ?? "", metafile };
}

/**
 * The whole program as texts of CommonJS that require each other by their names; `main.js` is the first.
 */
export async function textsByName() {
  const { outputFiles, metafile } = await build({ ...optionsFor("script"), format: "esm", splitting: true });
  const texts = outputFiles.map(async ({ path, text }) => {
    const { code } = await transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      supported: ALL_REQUIRED,
      minify: true,
    });
    return /** @type {const} */ ([path.slice(1), code]);
  });
  return {
    texts: Object.fromEntries((await Promise.all(texts)).sort(([one], [other]) => (one < other ? -1 : 1))),
    metafile,
  };
}
