import type { World } from "../world.ts";
import { INSTALLATION } from "./installation.ts";
import { PROXY } from "./settings.ts";

const { direct } = INSTALLATION;

/** The settings are right; at the proxy's address nothing listens. */
export const deadProxy: World = {
  ...INSTALLATION,
  title: "the proxy refuses connections",
  direct: { ...direct, fateOf: (host) => (host === PROXY.address ? "refused" : direct.fateOf(host)) },
};
