// Started as a process or a thread, runs the part of the program that is named first on its command line.

/** @typedef {keyof typeof PARTS} PartName */

/** Every part that runs in a process or a thread of its own, by its name. */
const PARTS = {
  "lookup-helper": () => import("../measure/names/lookup-helper.js"),
  "script-worker": () => import("../measure/names/script-worker.js"),
  "observe-inside": () => import("../observe/observe-inside.ts"),
  "library-caller": () => import("../observe/library-caller.js"),
};

const name = /** @type {PartName} */ (process.argv[2]);
PARTS[name]();
