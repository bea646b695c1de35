import type { Span } from "./edit.ts";
import { keepingAnswers } from "./keeping-answers.ts";
import { completeCommands, type ShellStop } from "./shell-commands.ts";
import { followShell, type ShellOutcome } from "./shell-run.ts";
import { isNoAssignment } from "./shell-unassigned.ts";

/** What a shell would hold after sourcing a text, and the parts of the text that it reads in different ways. */
export type ShellReading = {
  readonly outcome: ShellOutcome;
  /** Offsets at which commands begin, up to where the shell stops. */
  readonly begins: ReadonlySet<number>;
  /** The bodies of here-documents, in order. */
  readonly documents: readonly Span[];
  readonly stop: ShellStop | undefined;
  /** Offsets at which commands begin that were to set a proxy, and set none. */
  readonly unassigned: readonly number[];
};

/** Reads a shell text, once for all that is asked of it. */
export const readShell = keepingAnswers((text): ShellReading => {
  const { follow, outcome } = followShell();
  const begins = new Set<number>();
  const documents: Span[] = [];
  const unassigned: number[] = [];
  const reading = completeCommands(text);
  for (let step = reading.next(); ; step = reading.next()) {
    for (const each of step.value?.documents ?? []) documents.push(each);
    if (step.done === true) {
      return { outcome: outcome(), begins, documents, stop: step.value, unassigned };
    }
    follow(step.value);
    for (const { words } of step.value.commands) {
      if (words[0] === undefined) continue;
      begins.add(words[0].start);
      if (isNoAssignment(words)) unassigned.push(words[0].start);
    }
  }
});
