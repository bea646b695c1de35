import { fileURLToPath } from "node:url";
import { engineInside } from "./engine.js";
import { programsLater } from "./later.js";
import { theirNames } from "./names.js";
import { withoutNodesFetch } from "./nodes-own-fetch.js";
import { widthOfCells } from "./width.js";

/** How the program is bundled, with all that it depends on, whatever it is to become. */
export const common = /** @satisfies {import("esbuild").BuildOptions} */ ({
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  outdir: "/",
  write: false,
  bundle: true,
  metafile: true,
  legalComments: "none",
  platform: "node",
  target: "node20",
  // Where it is installed, https-proxy-agent takes it; nobody here needs it.
  external: ["kerberos"],
  loader: { ".md": "text", ".sh": "text" },
  plugins: [engineInside(), programsLater(), withoutNodesFetch(), theirNames(), widthOfCells()],
  logLevel: "warning",
});
