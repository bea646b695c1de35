import type { World } from "./world.ts";
import { blockPage } from "./worlds/block-page.ts";
import { blockedEgress } from "./worlds/blocked-egress.ts";
import { bothTimeOut } from "./worlds/both-time-out.ts";
import { deadProxy } from "./worlds/dead-proxy.ts";
import { healthy } from "./worlds/healthy.ts";
import { misroutedMetadata } from "./worlds/misrouted-metadata.ts";
import { proxyAuth } from "./worlds/proxy-auth.ts";

/** The built-in worlds, as `check --lab` names them. */
export const WORLD_NAMES = [
  "healthy",
  "misrouted-metadata",
  "blocked-egress",
  "dead-proxy",
  "proxy-auth",
  "block-page",
  "both-time-out",
] as const;
/** The name of a built-in world. */
export type WorldName = (typeof WORLD_NAMES)[number];

/** Each world by its name: one installation with one thing wrong, or nothing. */
export const WORLDS = {
  healthy,
  "misrouted-metadata": misroutedMetadata,
  "blocked-egress": blockedEgress,
  "dead-proxy": deadProxy,
  "proxy-auth": proxyAuth,
  "block-page": blockPage,
  "both-time-out": bothTimeOut,
} as const satisfies Record<WorldName, World>;
