import { CLIENTS } from "../../decide/clients/index.ts";
import { isBypassList } from "../../decide/names.ts";
import { parseProxyUrl } from "../../decide/proxies.ts";
import { withoutBlanks } from "../../diagnose/bypass-lists.ts";
import type { Circumstances } from "../../diagnose/judge.ts";
import { settingsNamingProxies } from "../../diagnose/machine-proxy.ts";
import { passwordsOf } from "../../diagnose/proxies-by-address.ts";
import { readProxyValue } from "../../diagnose/proxy-value.ts";
import { addEntry, holdsStrays } from "../../formats/entries.ts";
import { type Component, needsTarget } from "../../model/component.ts";
import type { Patch } from "../../model/fix.ts";
import { proxyId } from "../../model/route.ts";
import type { Setting } from "../../model/setting.ts";
import { endpointOf } from "../../model/target.ts";
import { withoutDeadProxies } from "./names-dead-proxy.ts";

/** Policies under which a host belongs into a bypass list. */
const DIRECT: readonly string[] = ["must-direct", "should-direct"];

/**
 * Gives a service that systemd starts the machine's one proxy, in a drop-in of its own, with a bypass list that has
 * every host in it that the components are to call direct. Nothing where the machine's settings name several proxies that
 * are not known to be out, or none.
 */
export function dropInFor(
  unit: string,
  components: readonly Component[],
  settings: readonly Setting[],
  circumstances: Circumstances,
): readonly Patch[] {
  const proxy = theProxy(withoutDeadProxies(settings, circumstances));
  if (proxy === undefined) return [];
  const file = `/etc/systemd/system/${unit}.service.d/http-proxy.conf`;
  const set = (name: string, value: string): Patch => ({
    file,
    line: 0,
    op: "set",
    name,
    value,
    loader: "systemd",
  });
  return [
    set("HTTP_PROXY", proxy),
    set("HTTPS_PROXY", proxy),
    set("NO_PROXY", completeList(proxy, components, settings, circumstances)),
  ];
}

/**
 * The value that names the machine's proxy, where all settings agree, on its password too; one that spells it whole, for
 * no port is guessed.
 */
function theProxy(settings: readonly Setting[]): string | undefined {
  const naming = settingsNamingProxies(settings);
  const ids = naming.flatMap(({ value }) => parseProxyUrl(value) ?? []).map(proxyId);
  const [only, ...others] = [...new Set(ids)];
  if (only === undefined || others.length > 0) return undefined;
  if (passwordsOf(naming).some(({ followings }) => followings.length > 1)) return undefined;
  if (naming.every((setting) => readProxyValue(setting).parts?.port === undefined)) return undefined;
  return naming.find(({ value }) => /^http:\/\/.*:\d+$/.test(value))?.value ?? only;
}

function completeList(
  proxy: string,
  components: readonly Component[],
  settings: readonly Setting[],
  { targets, internal, installation }: Circumstances,
): string {
  const hosts = [...targets, ...internal]
    .filter(
      ({ id, policy }) =>
        DIRECT.includes(policy[installation.egress]) && components.some((each) => needsTarget(each, id)),
    )
    .map(({ url }) => url);
  const start = withoutBlanks(listInEffect(settings)?.value ?? "localhost,127.0.0.1");
  return hosts.reduce(
    (known, url) =>
      isBypassed(url, proxy, known) ? known : addEntry(known, endpointOf(url).host, "no_proxy"),
    start,
  );
}

/** The first list that is not empty, as it stands when its file is read to the end. */
function listInEffect(settings: readonly Setting[]): Setting | undefined {
  const lists = settings.filter(
    ({ name, flaw, value }) =>
      isBypassList(name) && flaw === undefined && value.trim() !== "" && isListOfHosts(value),
  );
  const [first] = lists;
  return lists.findLast((each) => first !== undefined && each.name === first.name && isBeside(each, first));
}

/** What stands for others, or has come into a list from elsewhere, is not repeated. */
function isListOfHosts(list: string): boolean {
  return !/["'<$]/.test(list) && !holdsStrays(list);
}

function isBeside({ source: one }: Setting, { source: other }: Setting): boolean {
  return one.kind === "file" && other.kind === "file"
    ? one.path === other.path && one.loader === other.loader
    : one.kind === other.kind;
}

function isBypassed(url: string, proxy: string, list: string): boolean {
  const variables = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: list };
  const environment = Object.entries(variables).map(([name, value]) => ({ name, value, origin: "" }));
  return CLIENTS.go.decide(environment, url).route === "direct";
}
