import type { DropReason } from "../model/setting.ts";
import type { TextFault } from "./format.ts";
import { mattersToProxying } from "./relevant.ts";
import { isRejected, type LogicalLine, linesBelowHeaders } from "./systemd-directives.ts";
import { readWords, withoutSpecifiers } from "./systemd-words.ts";

/**
 * The lines of a unit or drop-in that name a proxy setting and that systemd passes over, at most one fault a line
 * (checked against `systemd-analyze verify` of systemd 252): what is no assignment, what a blank, a per cent sign or a quote
 * spoils, a key that systemd does not have, and what stands outside of `[Service]`.
 */
export function systemdFaults(text: string): readonly TextFault[] {
  const faults: TextFault[] = [];
  for (const { header, within } of linesBelowHeaders(text)) {
    if (isRejected(header)) {
      if (namesProxying(within.text)) return [...faults, { kind: "syntax-error", line: header.line }];
    } else if (!isOthers(header.text)) {
      const reason = reasonFor(within, header.text);
      if (reason !== undefined) faults.push({ kind: "syntax-error", line: within.line, reason });
    }
  }
  return faults;
}

/** systemd leaves sections of such names to others, without a word. */
function isOthers(section: string): boolean {
  return section.startsWith("[X-");
}

function reasonFor({ text }: LogicalLine, section: string): DropReason | undefined {
  const equals = text.indexOf("=");
  const key = text.slice(0, Math.max(equals, 0)).trim();
  if (key === "Environment" && section === "[Service]") return reasonAmong(text, equals + 1);
  if (key === "EnvironmentFile" || !namesProxying(text)) return undefined;
  return section === "[Service]" ? "unknown-key" : "outside-section";
}

/** Whether a line is meant to set a proxy: other keys than those about the environment may hold such names. */
function namesProxying(line: string): boolean {
  const [, before] = /^[ \t]*(environ|env\b|export\b)?/i.exec(line) ?? [];
  const names = line.matchAll(before === undefined ? /^[ \t]*(\w+)[ \t]*[=:]/g : /\b(\w+)[ \t]*[=:]/g);
  return [...names].some(([, name = ""]) => mattersToProxying(name));
}

/** Of the assignments of an `Environment=`; those before one that cannot be read are taken. */
function reasonAmong(line: string, from: number): DropReason | undefined {
  let at = from;
  let before = "";
  for (const { text, end } of readWords(line, from)) {
    at = end;
    const [, exports, name = "", sign] = /^(export[ \t]+)?([A-Za-z_]\w*)(=|:|$)/.exec(text) ?? [];
    if (mattersToProxying(before) && goesOn(text)) return "blank-in-value";
    before = sign === "=" ? name : "";
    if (!mattersToProxying(name)) continue;
    if (sign !== "=") return "no-assignment";
    if (exports !== undefined) return "with-export";
    if (isSpoilt(text)) return "per-cent-sign";
  }
  const [, unread = ""] = /^[ \t]*["']?([A-Za-z_]\w*)=/.exec(line.slice(at)) ?? [];
  return mattersToProxying(unread) ? "invalid-quoting" : undefined;
}

/** Whether a word is meant to be the rest of the value before it: it assigns nothing, and is no comment. */
function goesOn(word: string): boolean {
  return !/^(?:#|export\b|\w+(?:=|:(?!\/\/)))/.test(word);
}

/**
 * Whether a per cent sign costs the assignment, because systemd 252 has no specifier of that name, or means the escape
 * of a URL, of which a specifier would take a half.
 */
function isSpoilt(assignment: string): boolean {
  const isKnown = withoutSpecifiers(assignment) !== undefined;
  return !isKnown && /%(?:[0-9DFKOQXZekxz]|[A-F][0-9A-Fa-f])/.test(assignment.replaceAll("%%", ""));
}
