import type { DropReason } from "../model/setting.ts";
import { lineCounter } from "./edit.ts";
import { isVariableName, statementsIn } from "./env-file-statements.ts";
import type { TextFault } from "./format.ts";
import { mattersToProxying } from "./relevant.ts";

/**
 * The statements of an EnvironmentFile that name a proxy setting, or options that hold one, and that systemd passes
 * over: it knows no `export`, and refuses the name (systemd `src/basic/env-file.c`, `src/basic/env-util.c`).
 */
export function droppedFromEnvironmentFile(text: string): readonly TextFault[] {
  const lineAt = lineCounter(text);
  const faults: TextFault[] = [];
  for (const statement of statementsIn(text)) {
    const reason = "bare" in statement ? reasonForBare(statement.bare) : reasonFor(statement);
    if (reason !== undefined) {
      faults.push({ kind: "syntax-error", line: lineAt(statement.offset), reason });
    }
  }
  return faults;
}

function reasonForBare(line: string): DropReason | undefined {
  const [, name = ""] = /^\uFEFF?(?:export[ \t]+)?(\w+)[ \t]*:/.exec(line) ?? [];
  return mattersToProxying(name) ? "no-assignment" : undefined;
}

function reasonFor({ name: key, value }: { name: string; value: string }): DropReason | undefined {
  if (isVariableName(key)) return undefined;
  const [, exports, name = ""] = /^\uFEFF?(export[ \t]+)?(\w+)[ \t]*:?/.exec(key) ?? [];
  if (!mattersToProxying(name) && !(name.endsWith("_OPTS") && passesProxy(value))) return undefined;
  if (exports !== undefined) return "with-export";
  return key.startsWith("\uFEFF") ? undefined : "no-assignment";
}

/** Whether options name a proxy variable, as docker's `-e HTTP_PROXY=...`. */
function passesProxy(options: string): boolean {
  return [...options.matchAll(/\b(\w+)=/g)].some(([, name = ""]) => mattersToProxying(name));
}
