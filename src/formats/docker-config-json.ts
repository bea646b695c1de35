import { holdsMask } from "../model/mark.ts";
import { maskNamePart } from "../model/redact.ts";
import { meansDockerProxy } from "./docker-keys.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json-format.ts";

const KEYS = ["httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy"];

/** The key as it is named here: the Docker command reads the last one in any case of letters (Go's `encoding/json`). */
function keyOf(spelled: string): string | undefined {
  return KEYS.find((key) => key.toLowerCase() === spelled.toLowerCase());
}

/** A daemon's address may hold dots; the last one stands before the key. */
function pathOf(name: string): readonly string[] | undefined {
  const [, host, key = ""] = /^proxies\.(.+)\.([^.]+)$/s.exec(name) ?? [];
  return host !== undefined && !holdsMask(host) && KEYS.includes(key) ? ["proxies", host, key] : undefined;
}

/**
 * `~/.docker/config.json`: the strings below `proxies.default` and below `proxies` and a daemon's address, under
 * names such as `proxies.default.httpProxy`; the Docker command gives them to the containers it makes
 * (domain-facts 4.8). Nothing else of the file is read. A new one comes first in its object; `line` does not matter.
 */
export const dockerConfigJson: Format = jsonFormat({
  nameOf: ([section, host = "", spelled = "", ...rest]) => {
    const key = keyOf(spelled);
    const isThere = section === "proxies" && host !== "" && rest.length === 0;
    return isThere && key !== undefined ? `proxies.${maskNamePart(host)}.${key}` : undefined;
  },
  pathOf,
  isMeant: meansDockerProxy(["http", "https", "no", "ftp", "all"]),
  mentions: Object.fromEntries(KEYS.map((key) => [key, `proxies.default.${key}`])),
});
