import { behindMark } from "./byte-order-mark.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json-format.ts";

const KEYS = ["http-proxy", "https-proxy", "no-proxy"];

/** Docker's own names of these settings in any file of its, and those of the environment. */
const LIKE_A_KEY = /^(?:https?|no)(?:-proxy|_proxy|proxy)$/i;

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
    isMisplaced: (path) =>
      LIKE_A_KEY.test(path.at(-1) ?? "") &&
      (path.length === 1 || path[0] === "proxies") &&
      !(path.length === 2 && KEYS.includes(path[1] ?? "")),
    mentions: Object.fromEntries(KEYS.map((key) => [key, `proxies.${key}`])),
  }),
);
