import { isAmong, type World } from "../world.ts";
import { EC2_API, INSTALLATION } from "./installation.ts";

const { proxied } = INSTALLATION;

/** Neither the firewall nor the proxy lets anything through to the EC2 API, and neither says so. */
export const bothTimeOut: World = {
  ...INSTALLATION,
  title: "the EC2 API times out, direct and through the proxy",
  proxied: { ...proxied, fateOf: (host) => (isAmong(EC2_API, host) ? "vanishes" : proxied.fateOf(host)) },
};
