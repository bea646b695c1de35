import type { Fleet } from "../model/fleet.ts";
import { jsonText } from "./json-text.ts";

/** A fleet as JSON, as docs/fleet.md describes it. Ends with a line break. */
export function renderFleetJson(fleet: Fleet): string {
  return jsonText(fleet);
}
