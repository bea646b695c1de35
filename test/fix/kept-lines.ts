import type { Patch } from "../../src/model/fix.ts";

/** What `kept` says of an edit that leaves all other lines as they were. */
export const ALL_KEPT = { before: true, behind: true, atMostOneMore: true };

/**
 * Whether the lines before and behind a patch's own are as they were, to the byte; of a patch that names no line, all
 * of them stand around what is new.
 */
export function kept(text: string, now: string, { line = 0 }: Pick<Patch, "line">): typeof ALL_KEPT {
  const old = text.split("\n");
  const fresh = now.split("\n");
  const differing = old.findIndex((each, at) => each !== fresh[at]);
  const head = line > 0 ? old.slice(0, line - 1) : old.slice(0, differing === -1 ? undefined : differing);
  const tail = line > 0 ? old.slice(line) : old.slice(head.length);
  const from = Math.max(head.length, fresh.length - tail.length);
  return {
    before: same(fresh.slice(0, head.length), head),
    behind: tail.length === 0 || same(fresh.slice(from), tail),
    atMostOneMore: fresh.length <= old.length + 1,
  };
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.join("\n") === others.join("\n");
}
