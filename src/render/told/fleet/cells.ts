import { ANSWERS } from "../../../messages/answers.ts";
import { COMPONENTS } from "../../../messages/components.ts";
import { FAILURES } from "../../../messages/failures.ts";
import type { FleetCell, FleetWay, WayResult } from "../../../model/fleet.ts";
import type { Report } from "../../../model/report.ts";
import type { Cell } from "../table.ts";
import { GLUE, type Piece } from "../tone.ts";

/** What machines do with one target: a piece for each way; who goes it stands beside all ways but that of most. */
export function cellFor(cell: FleetCell | undefined, judges: Report["judges"]): Cell {
  if (cell === undefined) return [{ tone: "quiet", text: `–${GLUE}not checked` }];
  if (cell.unconfigured) return [{ tone: "quiet", text: `–${GLUE}not configured` }];
  const [most, ...others] = cell.ways.toSorted(
    (one, other) => other.components.length - one.components.length,
  );
  if (most === undefined) return [{ tone: "quiet", text: `–${GLUE}not called` }];
  return [pieceOf(most, judges), ...others.map((way) => withNames(pieceOf(way, judges), way))];
}

function withNames({ tone, text }: Piece, { components }: FleetWay): Piece {
  return { tone, text: `${text} (${components.map((each) => COMPONENTS[each].name).join(", ")})` };
}

/** Whether something is to be seen to. */
export function isAlarming(cell: Cell): boolean {
  return cell.some(({ tone }) => tone === "bad" || tone === "warn");
}

function pieceOf(way: FleetWay, judges: Report["judges"]): Piece {
  const { way: goes, result, against } = way;
  const name = goes === "invalid" ? "unusable setting" : goes;
  const words =
    result === "ok" || goes === "invalid" || judges === "settings" ? "" : `: ${wordsForResult(result)}`;
  if (goes === "invalid" || against === "error" || isFailure(way)) {
    return { tone: "bad", text: `✗${GLUE}${name}${words}` };
  }
  if (against === "warning") return { tone: "warn", text: `!${GLUE}${name}${words}` };
  if (result === "ok") return { tone: "good", text: `✓${GLUE}${name}` };
  if (judges === "settings") return { tone: "plain", text: name };
  return { tone: "warn", text: `?${GLUE}${name}${words}` };
}

/** What failed, or was answered by somebody else; nobody can say of the others. */
function isFailure({ result }: FleetWay): boolean {
  return !["ok", "not-measured", "answered-unclearly", "cancelled"].includes(result);
}

function wordsForResult(result: Exclude<WayResult, "ok">): string {
  switch (result) {
    case "not-measured":
      return "not measured";
    case "answered-by-proxy":
      return ANSWERS.proxy;
    case "answered-by-someone-else":
      return ANSWERS["someone-else"];
    case "answered-unclearly":
      return ANSWERS.unknown;
    default:
      return FAILURES[result];
  }
}
