import type { ClientName } from "../model/client.ts";
import type { SeenRoute, Sight } from "../model/client-route.ts";

/** Where a program's own settings lie that are not looked at, and that may decide before those that are. */
const OWN_SETTINGS: { readonly [C in ClientName]?: string } = {
  curl: "~/.curlrc",
  wget: "~/.wgetrc and /etc/wgetrc",
  apt: "/etc/apt/apt.conf and apt.conf.d",
  git: "git config http.proxy",
  java: "the JVM's net.properties",
};

/** What was seen of a program that did not do as its model says, or why nothing was. */
export function wordsForSight(client: ClientName, sight: Sight): string {
  if (sight.kind === "not-seen") return `${client} was not seen: ${sight.because}`;
  const own = OWN_SETTINGS[client];
  const why = own === undefined ? "the model is wrong" : `look at ${own}, or else the model is wrong`;
  return `${sight.program} was seen to ${going(sight.way)}: ${why}`;
}

function going(way: SeenRoute): string {
  switch (way.route) {
    case "direct":
      return "go direct";
    case "none":
      return "call nobody";
    case "proxy":
      return `go through ${way.host.includes(":") ? `[${way.host}]` : way.host}:${way.port}`;
  }
}
