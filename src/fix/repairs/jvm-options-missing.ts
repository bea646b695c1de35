import { CLIENTS } from "../../decide/clients/index.ts";
import { settingsInEffect } from "../../decide/environment.ts";
import { parseProxyUrl } from "../../decide/proxies.ts";
import { isSeen } from "../../decide/seen-settings.ts";
import { type RouteState, stateOf } from "../../diagnose/compare.ts";
import { holdsStrays } from "../../formats/entries.ts";
import { patternsFor } from "../../formats/jvm-entries.ts";
import { type Component, needsTarget } from "../../model/component.ts";
import { hostInUrl } from "../../model/host.ts";
import { attemptId } from "../../model/observation.ts";
import type { ProxyEndpoint } from "../../model/route.ts";
import type { Setting } from "../../model/setting.ts";
import { endpointOf, type Policy } from "../../model/target.ts";
import { settingsIn } from "../workspace.ts";
import { type Change, optionPatches } from "./jvm-properties.ts";
import { namesDeadProxy } from "./names-dead-proxy.ts";
import { assigned, type Damage, type Repair } from "./repair.ts";

const NAME = "JVM_OPTS";

/** Gives the JVM the proxy and the exceptions of the variables beside which its options are to stand. */
export const optionsFromVariables: Repair<"jvm-options-missing"> = (damage) => {
  const { args, workspace, circumstances } = damage;
  const component = circumstances.components.find(({ id }) => args.components.includes(id));
  const settings = settingsIn(workspace);
  const isSpreadable = !damage.settings.some((each) => namesDeadProxy(each, circumstances));
  const changes =
    component === undefined || !isSpreadable ? undefined : optionsFor(component, settings, damage);
  // Options go into the file that the component reads; what this shell exports does not reach it.
  const last = damage.settings.findLast(
    (setting) => component?.reads.some((view) => view.from === "file" && isSeen(setting, view)) ?? false,
  );
  if (component === undefined || changes === undefined || last === undefined) return [];
  const present = settingsInEffect(component, settings).get(NAME);
  if (present !== undefined) return optionPatches(present, changes);
  return [assigned({ name: NAME, source: last.source }, optionsText(changes))];
};

function optionsFor(
  component: Component,
  settings: readonly Setting[],
  { settings: naming, circumstances }: Damage<"jvm-options-missing">,
): readonly Change[] | undefined {
  const named = (name: RegExp) => naming.find((setting) => name.test(setting.name));
  const http = placeIn(named(/^http_proxy$/i) ?? naming[0]);
  const https = placeIn(named(/^https_proxy$/i) ?? naming[0]);
  if (http === undefined || https === undefined) return undefined;
  const login = settings.some(({ credentials }) => credentials !== undefined);
  const proxies: readonly Change[] = [
    { property: "http.proxyHost", value: http.host },
    { property: "http.proxyPort", value: String(http.port) },
    { property: "https.proxyHost", value: https.host },
    { property: "https.proxyPort", value: String(https.port) },
  ];
  const list = exceptionsFor(component, proxies, listBeside(component, settings), circumstances);
  return [
    ...proxies,
    ...(list === "" ? [] : [{ property: "http.nonProxyHosts", value: list }]),
    ...(login ? [{ property: "jdk.http.auth.tunneling.disabledSchemes", value: "" }] : []),
  ];
}

/** A proxy as a JVM can use it: one that is spoken to in plain HTTP, at a port that is not guessed. */
function placeIn(setting: Setting | undefined): ProxyEndpoint | undefined {
  if (setting === undefined || !/:\d{1,5}\/?$/.test(setting.value.trim())) return undefined;
  const endpoint = parseProxyUrl(setting.value);
  return endpoint?.scheme === "http" ? { ...endpoint, host: hostInUrl(endpoint.host) } : undefined;
}

function listBeside({ reads }: Component, settings: readonly Setting[]): string {
  const lists = settings.filter(
    (setting) => /^no_proxy$/i.test(setting.name) && reads.some((view) => isSeen(setting, view)),
  );
  return lists.findLast(({ value }) => value !== "" && !holdsStrays(value))?.value ?? "";
}

/** Whether a host is to be called direct, by its policy and by what the direct way did. */
const WANTED: Readonly<Record<Policy, (state: RouteState) => boolean>> = {
  "must-direct": () => true,
  "should-direct": (state) => state === "works" || state === "unknown",
  either: () => false,
  "must-proxy": () => false,
};

/** The patterns of the variables' list, and every host that has to go direct and that they leave out. */
function exceptionsFor(
  component: Component,
  proxies: readonly Change[],
  list: string,
  { targets, internal, installation, observations }: Damage<"jvm-options-missing">["circumstances"],
): string {
  const byId = new Map(observations.map((each) => [each.id, each]));
  const patterns = [...patternsFor(list)];
  for (const { id, url, policy } of [...targets, ...internal]) {
    const isWanted = WANTED[policy[installation.egress]];
    if (!needsTarget(component, id) || !isWanted(stateOf(byId.get(attemptId(id, "direct"))))) continue;
    const options = [...proxies, { property: "http.nonProxyHosts", value: patterns.join("|") }];
    const variable = { name: "JAVA_TOOL_OPTIONS", value: optionsText(options), origin: "" };
    const { route } = CLIENTS.java.decide([variable], url, component.version);
    if (route === "proxy") patterns.push(hostInUrl(endpointOf(url).host));
  }
  return patterns.join("|");
}

function optionsText(options: readonly Change[]): string {
  return options.map(({ property, value = "" }) => `-D${property}=${value}`).join(" ");
}
