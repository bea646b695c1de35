#!/bin/sh
":" //; exec node -- "$0" "$@" # Node 20 would take --env-file for an option of its own; `--` keeps it ours.
await import("../dist/main.js").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write(`proxy-doctor: it is not built (npm run build), or not whole: ${error.message}\n`);
  process.exitCode = 3;
});
