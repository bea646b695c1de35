#!/usr/bin/env /bin/sh
":" //; case $1 in route|lint|--version) young= ;; *) young=--max-semi-space-size=8 ;; esac; for word do set -- "$@" ":$word"; shift; done; exec node $young -- "$0" "$@" # A nursery of 8 MB keeps 2000 attempts below 150 MB, which Node 24 makes of its own 170; what measures nothing is spared it, for with a flag Node 20 compiles parts of its own anew. Node takes --env-file for its own, before 20.19 wherever it stands: a colon hides our words.
try {
  require("../dist/main.js");
} catch (error) {
  if (!["MODULE_NOT_FOUND", "ENOENT"].includes(error.code)) throw error;
  process.stderr.write(`proxy-doctor: it is not built (npm run build), or not whole: ${error.message.split("\n")[0]}\n`);
  process.exitCode = 3;
}
