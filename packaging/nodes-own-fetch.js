import { readFile } from "node:fs/promises";

/** Where undici asks for it: its cookies take the headers of both. */
const ASKS = "globalThis.Headers";

/**
 * Keeps undici from asking for Node's own `Headers`, of which nobody gives it any: to have them, Node loads the whole of
 * its own undici beside ours.
 * @returns {import("esbuild").Plugin}
 */
export function withoutNodesFetch() {
  return {
    name: "without-nodes-fetch",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]undici[\\/]lib[\\/]web[\\/]cookies[\\/]index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes(ASKS))
          throw new Error("undici asks for Node's headers in another way than before");
        return { contents: text.replaceAll(ASKS, "undefined"), loader: "js" };
      });
    },
  };
}
