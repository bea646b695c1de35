import type { Fleet } from "../model/fleet.ts";
import type { FleetFormatName } from "./formats.ts";
import type { Face } from "./terminal/style.ts";

/** One face of a fleet: text, ending with a line break. */
type FleetRenderer = (fleet: Fleet, face: Face) => string;

/** Each face is loaded when it is asked for, as those of one report are. */
const LOADED: Readonly<Record<FleetFormatName, () => Promise<FleetRenderer>>> = {
  table: async () => (await import("./terminal/fleet.ts")).renderFleetTerminal,
  json: async () => (await import("./json-text.ts")).jsonText,
  markdown: async () => (await import("./markdown/fleet.ts")).renderFleetMarkdown,
  html: async () => (await import("./html/fleet/page.ts")).renderFleetHtml,
};

/** The renderer of a format. */
export function fleetRendererOf(format: FleetFormatName): Promise<FleetRenderer> {
  return LOADED[format]();
}
