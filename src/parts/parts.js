/** @typedef {keyof typeof PARTS} PartName */

/** Every part that runs in a process or a thread of its own, by its name; each begins when it is loaded. */
export const PARTS = {
  "lookup-helper": () => import("../measure/names/lookup-helper.js"),
  "script-worker": () => import("../measure/names/script-worker.js"),
  "observe-inside": () => import("../observe/observe-inside.ts"),
  "library-caller": () => import("../observe/library-caller.js"),
};

/**
 * Whether there is a part of that name.
 * @param {string | undefined} name
 * @returns {name is PartName}
 */
export function isPart(name) {
  return name !== undefined && Object.hasOwn(PARTS, name);
}
