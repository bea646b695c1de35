import type { FindingCode } from "../../../src/model/finding.ts";
import type { Company } from "../../network/company/company.ts";
import { rightWays } from "../../network/company/right-ways.ts";
import { nameOf, type Way, waysOf } from "../../network/company/ways.ts";
import type { Story } from "../../network/stories/story.ts";
import type { Truth } from "./claim.ts";

/** How a story shows in the calls of the machine's components; `quiet` is nothing that is wrong. */
export type Kind = "quiet" | "lost" | "astray" | "unseen";

/**
 * How things are where a story has been arranged: whether and why something is wrong is the story's own word; where, is
 * what servers and the proxy saw of real programs' calls.
 */
export async function truthOf(
  company: Company,
  { on = "services", plan, says }: Story,
): Promise<Truth & { readonly kind: Kind }> {
  const right = rightWays(on, plan.egress ?? "standard");
  const first = await waysOf(company, on, right);
  const lost = right.filter((call) => first[nameOf(call)] === "lost");
  // What arrives at the second attempt was late on a busy machine.
  const ways = { ...first, ...(await waysOf(company, on, lost)) };
  const wrong = right.filter((call) => ways[nameOf(call)] !== call.way);
  const origins = new Set(wrong.map(({ url }) => new URL(url).origin));
  return {
    isWrong: says.length > 0,
    called: new Map(
      right
        .map(({ url }) => new URL(url).origin)
        .map((origin) => [origin, origins.has(origin) ? "wrongly" : "rightly"]),
    ),
    causes: codesOf(says.filter((line) => !line.startsWith("- "))),
    codes: codesOf(says),
    kind: kindOf(
      says,
      wrong.map((call) => ways[nameOf(call)]),
    ),
  };
}

function kindOf(says: readonly string[], wrong: readonly (Way | undefined)[]): Kind {
  if (says.length === 0) return "quiet";
  if (wrong.includes("lost")) return "lost";
  return wrong.length === 0 ? "unseen" : "astray";
}

function codesOf(lines: readonly string[]): ReadonlySet<FindingCode> {
  return new Set(lines.map((line) => line.replace(/^- /, "").split(" ")[0] as FindingCode));
}
