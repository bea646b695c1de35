import type { World } from "../world.ts";
import { INSTALLATION } from "./installation.ts";

/** The proxy wants to know who asks, and no setting says. */
export const proxyAuth: World = {
  ...INSTALLATION,
  title: "the proxy wants a login, and none is configured",
  proxy: { ...INSTALLATION.proxy, asksFor: { username: "circleci", password: "lab-password" } },
};
