import { counted, listed } from "../../messages/phrases.ts";
import { wordsForSent } from "../../messages/sent.ts";
import { groupBy } from "../../model/group-by.ts";
import { hostInUrl } from "../../model/host.ts";
import type { Attempt } from "../../model/observation.ts";
import { dialledBy, type Prospect } from "../../model/prospect.ts";
import { namesLookedUp } from "../told/looked-up.ts";
import { type Face, type Paint, painter } from "./style.ts";
import { wrapped } from "./text.ts";

/** `forward`, `tunnel` and the others, with the gaps around them. */
const MODE_WIDTH = 11;

/** A check's connections for a terminal: by target, one line a route, then what else goes out. Ends with a line break. */
export function renderPlan(prospect: Prospect, face: Face): string {
  const paint = painter(face);
  const targets = groupBy(prospect.attempts, ({ target }) => target.id);
  const blocks = [...targets.values()].map((attempts) => blockOf(attempts, face.width, paint));
  const closing = closingLines(prospect).flatMap((text) => wrapped(text, face.width));
  return `${[...blocks, closing].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function blockOf(attempts: readonly Attempt[], width: number, paint: Paint): readonly string[] {
  const [first] = attempts;
  const heading = first === undefined ? "" : `${first.target.id}  ${first.target.url}`;
  return [
    ...wrapped(heading, width).map((line) => paint("strong", line)),
    ...attempts.flatMap((attempt) => {
      const mode = attempt.route.kind === "direct" ? "direct" : attempt.route.mode;
      const sent = wordsForSent(attempt);
      const text = `dials ${placeOf(attempt)}, sends ${sent.length === 0 ? "nothing" : sent.join(", ")}`;
      return wrapped(text, width - MODE_WIDTH).map(
        (line, at) => `${(at === 0 ? `  ${mode}` : "").padEnd(MODE_WIDTH)}${line}`,
      );
    }),
  ];
}

function placeOf(attempt: Attempt): string {
  const dialled = dialledBy(attempt);
  return dialled.kind === "script" ? dialled.url : `${hostInUrl(dialled.host)}:${dialled.port}`;
}

/** How many attempts there are, and what goes out besides their own connections. */
function closingLines(prospect: Prospect): readonly string[] {
  const { attempts, unconfigured } = prospect;
  const names = namesLookedUp(prospect);
  return [
    `${counted(attempts.length, "attempt")}, all at once; none was made.`,
    names.length === 0
      ? "No name is looked up."
      : `Names that the resolver is asked for: ${listed(names)}. Where one is not found, the name servers of this machine are each asked for it too. Where it has several addresses, they are tried one after the other.`,
    ...(unconfigured.length === 0
      ? []
      : [
          `Not part of it: ${unconfigured.map((entry) => `${entry.id} (${entry.unconfigured})`).join(", ")}.`,
        ]),
  ];
}
