import { readHost } from "../../model/host.ts";
import { dialledBy, type Prospect } from "../../model/prospect.ts";

const ADDRESS = /^[\d.]+$|:/;

/** The names that this machine's resolver is asked for, each once: those that are dialled from here. */
export function namesLookedUp({ attempts }: Prospect): readonly string[] {
  const hosts = attempts.flatMap((attempt) => {
    const dialled = dialledBy(attempt);
    return dialled.kind === "endpoint" ? [dialled.host] : [];
  });
  return [...new Set(hosts)].filter((host) => readHost(host) !== undefined && !ADDRESS.test(host));
}
