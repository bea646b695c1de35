import { dockerConfigJson } from "../../formats/docker-config-json.ts";
import { assignedIn } from "../assigned-in.ts";
import type { ProxySettings } from "../proxy-settings.ts";

/** The proxies of `~/.docker/config.json`, strict JSON (domain-facts 4.8). */
export function dockerConfig({ url, noProxy }: ProxySettings): string {
  // The grammar puts a new key first.
  return assignedIn(dockerConfigJson, "", [
    ["proxies.default.noProxy", noProxy],
    ["proxies.default.httpsProxy", url],
    ["proxies.default.httpProxy", url],
  ]);
}
