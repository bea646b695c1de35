// The first text of an executable of Node's, and of the threads that it starts: the others are assets.
import { pathToFileURL } from "node:url";
import { loaderOf } from "./loader.js";
import { openingFor } from "./openings.js";
import { unpack } from "./pack.js";

/** @param {string} name */
function piecesOf(name) {
  const asset = /** @type {ArrayBuffer} */ (process.getBuiltinModule("node:sea").getRawAsset(name));
  return unpack(asset.byteLength, (begin, length) => Buffer.from(asset, begin, length));
}

const pieceOf = piecesOf("texts");
const names = { ONE_FILE_PATH: process.execPath, ONE_FILE_URL: pathToFileURL(process.execPath).href };
loaderOf({
  // They are ASCII: the build sees to it.
  textOf: (name) => pieceOf(name)?.toString("latin1") ?? "",
  opening: openingFor(piecesOf("openings"), process.argv[2]),
  pathOf: (name) => `${process.execPath}:${name}`,
  names,
  require,
}).load("main.js");
