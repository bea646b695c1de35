#!/bin/sh
":" //; exec node -- "$0" "$@" # Node 20 would take --env-file for an option of its own; `--` keeps it ours.
import "../dist/main.js";
