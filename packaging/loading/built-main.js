// The built program's first file.
import { codeFileIn, codeIn, textsIn } from "./built.js";
import { loaderOf } from "./loader.js";

const codeOf = codeIn(codeFileIn(__dirname, process.execArgv));
const { load } = loaderOf({ ...textsIn(__dirname), codeOf, require });
// bin/proxy-doctor.js puts a colon before each word, to hide them from node.
load("start.js").start(process.argv.slice(2).map((word) => word.replace(/^:/, "")));
