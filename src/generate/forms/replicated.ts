import { dockerOptions } from "../../formats/docker-options.ts";
import { replicatedConf } from "../../formats/replicated-conf.ts";
import { assignedIn, commented } from "../assigned-in.ts";
import type { ProxySettings } from "../proxy-settings.ts";

/** `/etc/replicated.conf`, on one line, as the installer's script wants it (domain-facts 4.1). */
export function replicatedConfFile({ url }: ProxySettings): string {
  return assignedIn(replicatedConf, "", [["HttpProxy", url]]);
}

/** A file that passes the variables into Replicated's containers, as options of docker's (domain-facts 4.2). */
export function containerOptions(
  name: string,
): ({ variables }: ProxySettings, comment: readonly string[]) => string {
  return ({ variables }, comment) =>
    assignedIn(dockerOptions, `${commented("#", comment)}${name}=\n`, variables);
}
