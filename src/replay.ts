import { conclude, type Facts, factsOf } from "./conclude.ts";
import { type Report, SCHEMA_VERSION } from "./model/report.ts";
import { select } from "./plan.ts";

/** What of a saved report is judged again, and by which version of the tool. */
export type ReplayRequest = {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly version: string;
};

/** The same report judged again, by what it holds and nothing else: the times and the machine are those of its run. */
export function replay(saved: Report, { only, skip, version }: ReplayRequest): Report {
  const { judges, startedAt, durationMs, elsewhere, shared, stopped } = saved;
  const facts = narrowed(factsOf(saved), only, skip);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "proxy-doctor", version },
    judges,
    startedAt,
    durationMs,
    ...facts,
    ...conclude(facts),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(shared === undefined ? {} : { shared }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** The facts about those targets alone that are asked for. */
function narrowed(facts: Facts, only: readonly string[], skip: readonly string[]): Facts {
  const targets = select(facts.targets, only, skip);
  const ids = new Set(targets.map(({ id }) => id));
  const observations = facts.observations.filter(({ target }) => ids.has(target));
  return { ...facts, targets, ...(only.length === 0 ? {} : { narrowed: true }), observations };
}
