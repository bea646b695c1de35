import { wordsForSent } from "../messages/sent.ts";
import { dialledBy, type Prospect } from "../model/prospect.ts";
import { jsonText } from "./json-text.ts";
import { namesLookedUp } from "./told/looked-up.ts";

/** A check's connections, as JSON: what is dialled and what is said, by attempt. Ends with a line break. */
export function renderPlanJson(prospect: Prospect): string {
  const attempts = prospect.attempts.map((attempt) => ({
    id: attempt.id,
    target: attempt.target.id,
    route: attempt.route,
    dials: dialledBy(attempt),
    sends: wordsForSent(attempt),
  }));
  const plan = { attempts, lookups: namesLookedUp(prospect), unconfigured: prospect.unconfigured };
  return jsonText(plan);
}
