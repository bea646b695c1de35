import type { Span } from "./edit.ts";
import { accept, emptyGathering, finish, isOpen, type SimpleCommand } from "./shell-gathering.ts";
import { type ShellToken, shellTokens } from "./shell-tokens.ts";

/** What a shell reads before it runs anything: one line, or as many as a compound command takes. */
export type CompleteCommand = {
  readonly commands: readonly SimpleCommand[];
  readonly start: number;
  readonly end: number;
  /** The bodies of its here-documents, those that follow one another as one. */
  readonly documents: readonly Span[];
};

/**
 * Where a shell stops reading: the command that holds the error begins at `start`, and `at` is what it cannot
 * read, or the beginning of what is never closed.
 */
export type ShellStop = Pick<CompleteCommand, "start" | "documents"> & { readonly at: number };

/**
 * The complete commands of a shell text, in order, up to the first error in its syntax: there a shell stops,
 * and runs nothing of the command that holds it (checked against bash 5.2).
 */
export function* completeCommands(text: string): Generator<CompleteCommand, ShellStop | undefined> {
  const tokens = shellTokens(text);
  let documents: Span[] = [];
  let last: ShellToken = { kind: "end" };
  const next = () => {
    last = tokens();
    const body = last.kind === "operator" ? last.start + 1 : 0;
    if (last.kind === "operator" && last.text === "\n" && last.end > body) {
      documents.push({ start: body, end: last.end });
    }
    return last;
  };
  let start = 0;
  let gathering = emptyGathering();
  const stop = () => ({ start, at: last.kind === "end" ? start : last.start, documents });
  while (true) {
    const token = next();
    if (token.kind === "end") {
      if (isOpen(gathering)) return stop();
      finish(gathering, "");
      yield { commands: gathering.commands, start, end: text.length, documents };
      return undefined;
    }
    if (!accept(gathering, token, next)) return stop();
    if (token.kind === "operator" && token.text === "\n" && !isOpen(gathering)) {
      yield { commands: gathering.commands, start, end: token.end, documents };
      start = token.end;
      gathering = emptyGathering();
      documents = [];
    }
  }
}
