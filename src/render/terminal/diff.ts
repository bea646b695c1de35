import { scrub } from "../../model/redact.ts";
import type { Tone } from "../told/tone.ts";
import type { Paint } from "./style.ts";

/**
 * A unified diff at the left edge and unwrapped, so that it can be copied into `patch` as it stands: the one
 * part of a report that may be wider than the terminal.
 */
export function diffLines(diff: string, paint: Paint): readonly string[] {
  if (diff === "") return [];
  const lines = scrub(diff).replace(/\n$/, "").split("\n");
  return ["", ...lines.map((line) => paint(toneOf(line), line))];
}

function toneOf(line: string): Tone {
  if (line.startsWith("+++") || line.startsWith("---")) return "strong";
  if (line.startsWith("+")) return "good";
  if (line.startsWith("-")) return "bad";
  return line.startsWith("@@") ? "quiet" : "plain";
}
