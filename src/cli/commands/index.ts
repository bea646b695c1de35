import { check } from "./check.ts";
import { completion } from "./completion.ts";
import type { CommandEntry } from "./entry.ts";
import { explain } from "./explain.ts";
import { fix } from "./fix.ts";
import { fleet } from "./fleet.ts";
import { generate } from "./generate.ts";
import { lab } from "./lab.ts";
import { lint } from "./lint.ts";
import { plan } from "./plan.ts";
import { proxyCommand } from "./proxy-command.ts";
import { replay } from "./replay.ts";
import { route } from "./route.ts";
import { schema } from "./schema.ts";
import { tunnel } from "./tunnel.ts";

/** Every command, in the order of help; the first is the one that runs where none is named. */
export const COMMANDS: readonly CommandEntry[] = [
  check,
  lint,
  plan,
  route,
  tunnel,
  fix,
  generate,
  replay,
  fleet,
  schema,
  explain,
  lab,
  completion,
  proxyCommand,
];
