import { PROBES } from "../../probes/index.ts";
import { componentsOf } from "../decide/components.ts";
import { decide } from "../decide/decide.ts";
import { namedProxy, proxiesNamed } from "../decide/proxies.ts";
import { discover } from "../discover/discover.ts";
import type { Installation } from "../model/installation.ts";
import type { Proxy, ProxyId } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import { isConfigured } from "../model/target.ts";
import type { LocalPort, LoginSource, TunnelAdvice } from "../model/tunnel.ts";
import { advise } from "../tunnel/advise.ts";
import { findLocalPort, isFree } from "../tunnel/local-port.ts";
import { findProgram, installedHelpers } from "../tunnel/programs.ts";
import { surveyPorts } from "../tunnel/survey.ts";
import { ownProxyCommand } from "./own-words.ts";
import { progressLine } from "./progress.ts";
import type { TunnelOptions } from "./tunnel-options.ts";
import { UsageError } from "./usage-error.ts";
import type { openWorld } from "./world.ts";

/** The advice, and the proxy that ssh is led through, where there is one. */
export type AdvisedTunnel = { readonly advice: TunnelAdvice; readonly through?: Proxy };

/** Measures the ports that a tunnel has to do with, and says what to type. */
export async function advisedTunnel(
  options: TunnelOptions,
  { machine, network, flags }: Awaited<ReturnType<typeof openWorld>>,
  signal: AbortSignal,
): Promise<AdvisedTunnel> {
  const { services, role } = options;
  const told = { ...flags, ...(services && { services }), ...(role && { role }) };
  const { installation, settings } = await discover(machine, told, []);
  const isOnTheBox = installation.role === "services";
  const host = requireServices(installation);
  const { proxies, logins } = proxiesFor(installation, settings, options.proxy);
  const here = await localPort(options, isOnTheBox);
  const asksHere = options.lab === undefined && (isOnTheBox || !(await isFree(options.consolePort)));
  const progress = await progressLine(options);
  const sights = await surveyPorts(
    {
      services: host,
      consolePort: options.consolePort,
      sshPort: options.sshPort,
      bastion: options.jump,
      asksHere,
      proxies,
      network,
      measuring: {
        attemptMs: options.timeout * 1000,
        onProgress: progress.tell,
      },
    },
    signal,
  ).finally(progress.end);
  const advice = advise({
    services: host,
    consolePort: options.consolePort,
    isOnTheBox,
    user: options.user,
    ...(options.sshPort !== undefined && { sshPort: options.sshPort }),
    ...(options.identity !== undefined && { identity: options.identity }),
    ...(options.jump && { bastion: options.jump }),
    sights,
    here,
    logins,
    installed: await installedHelpers(),
    hasSsh: (await findProgram("ssh")) !== undefined,
    own: await ownProxyCommand(options),
  });
  const through = advice.way.kind === "proxy" ? proxies.get(advice.way.proxy) : undefined;
  return { advice, ...(through && { through }) };
}

function requireServices({ services }: Installation): string {
  if (services !== undefined) return services;
  throw new UsageError(
    "--services: the host name or address of the Services machine is needed, and nothing here tells it",
  );
}

/** The proxies that settings and options name, and of those with a login where that stands. */
function proxiesFor(
  installation: Installation,
  settings: readonly Setting[],
  besides: readonly string[],
): {
  readonly proxies: ReadonlyMap<ProxyId, Proxy>;
  readonly logins: ReadonlyMap<ProxyId, LoginSource>;
} {
  const targets = Object.values(PROBES).flatMap((probe) => probe(installation).filter(isConfigured));
  const decisions = decide(componentsOf(installation.role), targets, settings);
  const known = proxiesNamed(decisions, settings, []);
  const proxies = proxiesNamed(decisions, settings, besides.map(namedProxy));
  const logins = [...proxies.values()].flatMap(({ id, credentials }) => {
    if (credentials === undefined) return [];
    const source = known.get(id)?.credentials === undefined ? "command line" : "settings";
    return [[id, source] as const];
  });
  return { proxies, logins: new Map(logins) };
}

/** Where the tunnel begins; whoever names a port wants no other. */
async function localPort(
  { localPort, consolePort, lab }: TunnelOptions,
  isOnTheBox: boolean,
): Promise<LocalPort> {
  const wanted = localPort ?? consolePort;
  // A world of the lab has ports of its own, and on the box the command is one for other machines.
  if (lab !== undefined || isOnTheBox) return { wanted, port: wanted };
  if (localPort !== undefined && !(await isFree(localPort))) {
    throw new UsageError(`--local-port: port ${localPort} of this machine is taken, or not for this user`);
  }
  return findLocalPort(wanted);
}
