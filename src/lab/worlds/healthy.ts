import type { World } from "../world.ts";
import { INSTALLATION } from "./installation.ts";

/** The direct way to the internet is closed, and nobody needs it. */
export const healthy: World = {
  ...INSTALLATION,
  title: "nothing is wrong",
};
