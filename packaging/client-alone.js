import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/**
 * Takes of undici its client alone. What else it exports needs the undici inside Node as well, and takes as long to
 * load as a dozen attempts to begin.
 * @returns {import("esbuild").Plugin}
 */
export function clientAlone() {
  return {
    name: "client-alone",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^undici$/ }, () => ({ path: "undici", namespace: "client-alone" }));
      onLoad({ filter: /./, namespace: "client-alone" }, () => ({
        contents: 'exports.Client = require("undici/lib/dispatcher/client.js");',
        resolveDir: HERE,
      }));
    },
  };
}
