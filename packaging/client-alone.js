import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** What undici's own index does for its clients. */
const CLIENT = `
Object.assign(require("undici/lib/dispatcher/dispatcher.js").prototype, require("undici/lib/api/index.js"));
exports.Client = require("undici/lib/dispatcher/client.js");
`;

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
        contents: CLIENT,
        resolveDir: HERE,
      }));
    },
  };
}
