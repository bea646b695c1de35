import { CONSOLE } from "./console.ts";
import { HEALTHY } from "./healthy.ts";
import { METADATA } from "./metadata.ts";
import { CERTIFICATES, NAMES, PACKETS } from "./network.ts";
import { PAGE } from "./page.ts";
import { FILTERS, PROXIES } from "./proxies.ts";
import { SETTINGS } from "./settings.ts";
import type { Chapter } from "./story.ts";
import { TARGETS } from "./targets.ts";

/** All stories. */
export const CHAPTERS: readonly Chapter[] = [
  HEALTHY,
  METADATA,
  TARGETS,
  NAMES,
  CERTIFICATES,
  PACKETS,
  PROXIES,
  FILTERS,
  SETTINGS,
  PAGE,
  CONSOLE,
];
