import type { Environment } from "../../model/client.ts";
import type { Component, ComponentId } from "../../model/component.ts";
import { describeSource, type Setting } from "../../model/setting.ts";
import type { SeenTrustStore, TrustDecision } from "../../model/trust.ts";
import { environmentOf } from "../environment.ts";
import { TRUST } from "./index.ts";
import { machineStores } from "./machine-stores.ts";

/** Those that run in containers, and go by what their images hold (domain-facts 1.2). */
const IN_CONTAINERS: ReadonlySet<ComponentId> = new Set(["replicated", "jvm-services", "service-containers"]);

/** The authorities that each component goes by; what speaks no TLS, or runs over another protocol, goes by none. */
export function decideTrust(
  components: readonly Component[],
  settings: readonly Setting[],
  seen: readonly SeenTrustStore[],
): readonly TrustDecision[] {
  const machine = machineStores(seen);
  return components.flatMap((component): readonly TrustDecision[] => {
    const { id, client, version } = component;
    if (client === "none") return [];
    if (IN_CONTAINERS.has(id)) return [{ component: id, client, because: [], unknown: "in-a-container" }];
    const environment = [...environmentOf(component, settings), ...configured(component, settings)];
    const { because, ...goesBy } = TRUST[client].choose(environment, machine, version);
    const steps = because.map(({ name, origin }) => ({ setting: name, source: origin }));
    return [{ component: id, client, because: steps, ...goesBy }];
  });
}

/** Of the AWS command's configuration, nothing but this counts for how it goes to the network; profiles are not told apart. */
function configured({ client }: Component, settings: readonly Setting[]): Environment {
  if (client !== "botocore") return [];
  const found = settings.findLast(({ name, source }) => {
    return name === "ca_bundle" && source.kind === "file" && source.path === "/root/.aws/config";
  });
  return found === undefined
    ? []
    : [{ name: found.name, value: found.value, origin: describeSource(found.source) }];
}
