import { isAmong, type World } from "../world.ts";
import { INSTALLATION, LICENSE_SERVER } from "./installation.ts";

const { proxied } = INSTALLATION;

/** The proxy opens TLS and answers in the license server's name, with status 200. */
export const blockPage: World = {
  ...INSTALLATION,
  title: "a page of the proxy's stands in for the license server",
  proxied: {
    ...proxied,
    fateOf: (host) => (isAmong(LICENSE_SERVER, host) ? "block-page" : proxied.fateOf(host)),
  },
};
