import { behindMark } from "./byte-order-mark.ts";
import { meansDockerProxy } from "./docker-keys.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json-format.ts";

const KEYS = ["http-proxy", "https-proxy", "no-proxy"];

/**
 * `/etc/docker/daemon.json`: the strings below `proxies`, under names such as `proxies.http-proxy`; dockerd from
 * 23.0 on takes them, before its environment (domain-facts 4.7). A new one comes first below `proxies`, which is made where it is
 * missing; `line` does not matter. dockerd takes a byte order mark off (moby `daemon/config/config.go`).
 */
export const dockerDaemonJson: Format = behindMark(
  jsonFormat({
    nameOf: ([section, key = "", ...rest]) =>
      section === "proxies" && KEYS.includes(key) && rest.length === 0 ? `proxies.${key}` : undefined,
    pathOf: (name) => KEYS.map((key) => ["proxies", key]).find((path) => path.join(".") === name),
    isMeant: meansDockerProxy(["http", "https", "no"]),
    mentions: Object.fromEntries(KEYS.map((key) => [key, `proxies.${key}`])),
  }),
);
