import { groupBy } from "../../model/group-by.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { isUnreadIn } from "../unread.ts";

/** Lines of instructions that were pasted into a settings file, and all that is not read because of them. */
export const pastedLabel: Rule<"pasted-label"> = (the) => {
  const pasted = the.fileFaults.filter(({ kind }) => kind === "pasted-label" || kind === "pasted-command");
  return [...groupBy(pasted, ({ path }) => path)].map(([path, faults]) => {
    const byLine = new Map(faults.map(({ line, text }) => [line, { line, text }] as const));
    return {
      about: path,
      severity: "error",
      subject: { setting: path },
      args: { path, lines: [...byLine.values()].sort((one, other) => one.line - other.line) },
      evidence: [`file:${path}`, ...unreadIn(the, path)],
    };
  });
};

/** The settings of a file that the shell does not come to, or takes for text. */
function unreadIn(the: Case, path: string): readonly string[] {
  return [...new Set(the.settings.filter(isUnreadIn(path)).map(the.settingId))];
}
