// The built program's first file.
import { openingIn, openingsFileIn, textsIn } from "./built.js";
import { loaderOf } from "./loader.js";

// bin/proxy-doctor.js puts a colon before each word, to hide them from node; who starts it by node puts none.
const given = process.argv.slice(2);
const words = given.every((word) => word.startsWith(":")) ? given.map((word) => word.slice(1)) : given;
const opening = openingIn(openingsFileIn(__dirname, process.execArgv), words[0]);
loaderOf({ ...textsIn(__dirname), opening, require })
  .load("start.js")
  .start(words);
