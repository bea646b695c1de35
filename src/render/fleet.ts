import type { Fleet } from "../model/fleet.ts";
import type { FleetFormatName } from "./formats.ts";
import { renderFleetHtml } from "./html/fleet/page.ts";
import { jsonText } from "./json-text.ts";
import { renderFleetMarkdown } from "./markdown/fleet.ts";
import { renderFleetTerminal } from "./terminal/fleet.ts";
import type { Face } from "./terminal/style.ts";

/** One face of a fleet: text, ending with a line break. */
type FleetRenderer = (fleet: Fleet, face: Face) => string;

/** The renderer of each format. */
export const FLEET_RENDERERS: Readonly<Record<FleetFormatName, FleetRenderer>> = {
  table: renderFleetTerminal,
  json: jsonText,
  markdown: renderFleetMarkdown,
  html: renderFleetHtml,
};
