import { parseProxyUrl } from "../../decide/proxies.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/**
 * `/etc/replicated.conf` names a proxy that Replicated's containers are not given. Replicated reads the file on its
 * first start only, before a licence is installed (domain-facts 4.1); it has started since.
 */
export const replicatedConfWithoutEffect: Rule<"replicated-conf-without-effect"> = (the) =>
  the.installation.replicated !== "installed"
    ? []
    : the.settings
        .filter(({ source, flaw }) => isOf(source, "replicated-conf") && flaw === undefined)
        .filter((setting) => !isGivenToContainers(the, setting))
        .map((setting) => ({ severity: "warning" as const, ...misset(the, [setting]) }));

function isGivenToContainers({ settings }: Case, { value }: Setting): boolean {
  const wanted = parseProxyUrl(value);
  return settings
    .filter(({ source, name }) => isOf(source, "docker-options") && /^https?_proxy$/i.test(name))
    .map((each) => parseProxyUrl(each.value))
    .some((given) => given?.host === wanted?.host && given?.port === wanted?.port);
}

function isOf(source: Setting["source"], loader: string): boolean {
  return source.kind === "file" && source.loader === loader;
}
