import type { Environment, Variable } from "../../../model/client.ts";
import { toLowerAscii } from "../common/host.ts";
import { atLeast } from "../common/version.ts";
import type { AptUri } from "./uri.ts";

/**
 * The settings that name a proxy for a URI; of several, each is read over the one before. An option of apt.conf
 * for the host comes first, then one for all hosts, and only where neither is set the environment. What is
 * asked for https is asked for http too, the environment included (`HttpServerState::Open` of `methods/http.cc`).
 */
export function aptProxySettings(
  environment: Environment,
  target: AptUri,
  version: string,
): readonly Variable[] {
  const schemes = target.access === "https" ? ["https", "http"] : ["http"];
  // Since 1.3 every option can be set for one host this way also (30060442).
  const ofHost = atLeast(version, "1.3") ? schemes.map((scheme) => `${scheme}::${target.host}`) : [];
  for (const proxy of [`Proxy::${target.host}`, "Proxy"]) {
    for (const group of [...ofHost, ...schemes]) {
      const option = findOption(environment, `Acquire::${group}::${proxy}`);
      if (option === undefined || option.value === "") continue;
      const isHandedOver = atLeast(version, "1.6") && `${group}::${proxy}` === handedOver(target);
      return [isHandedOver ? { ...option, value: option.value.trim() } : option];
    }
  }
  const variables = schemes.toReversed().flatMap((scheme) => {
    return environment.filter(({ name }) => name === `${scheme}_proxy`);
  });
  return atLeast(version, "1.6") ? variables : variables.slice(-1);
}

/** Options are named in any case; a later one replaces an earlier one. */
function findOption(environment: Environment, name: string): Variable | undefined {
  return environment.findLast((variable) => toLowerAscii(variable.name) === toLowerAscii(name));
}

/** The one option that is given to the caller in a header too, which loses the blanks around it (1a765174). */
function handedOver(target: AptUri): string {
  return `${target.access}::Proxy::${target.host}`;
}

/**
 * The entry of `no_proxy` that spares a host. The host need only end like it, wherever its labels begin, and
 * nothing is trimmed (`CheckDomainList` of `apt-pkg/contrib/strutl.cc`).
 */
export function aptException(list: Variable | undefined, host: string): string | undefined {
  const ending = toLowerAscii(host);
  return list?.value.split(",").find((entry) => entry !== "" && ending.endsWith(toLowerAscii(entry)));
}
