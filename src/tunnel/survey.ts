import { type MeasureOptions, measure } from "../measure/measure.ts";
import type { Network } from "../measure/network.ts";
import type { Proxy, ProxyId } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import type { Bastion, PortSight, TunnelPort } from "../model/tunnel.ts";
import { plan } from "../plan.ts";
import { sightOf } from "./sights.ts";
import { consoleHere, consoleOf, sshdOf } from "./targets.ts";

/** What is measured, and with what. */
export type Survey = {
  readonly services: string;
  readonly consolePort: number;
  readonly sshPort: number | undefined;
  readonly bastion: Bastion | undefined;
  /** Somebody listens at the console's number on this machine, and is asked too. */
  readonly asksHere: boolean;
  readonly proxies: ReadonlyMap<ProxyId, Proxy>;
  readonly network: Network;
  readonly measuring: MeasureOptions;
};

type Port = readonly [TunnelPort, Target];

/** Measures every port that a tunnel has to do with, directly and through each proxy, all at once. */
export async function surveyPorts(survey: Survey, signal: AbortSignal): Promise<readonly PortSight[]> {
  const { proxies, network, measuring } = survey;
  const ports = portsOf(survey);
  const attempts = ports.flatMap(([port, target]) =>
    plan([target], port === "here" ? [] : [...proxies.values()]),
  );
  const portNamed = new Map(ports.map(([port, target]) => [target.id, port] as const));
  const seen = await measure(attempts, proxies, network, measuring, signal);
  return seen.flatMap((observation, index) => {
    const port = portNamed.get(observation.target);
    const target = attempts[index]?.target;
    return port === undefined || target === undefined ? [] : [sightOf(port, target, observation)];
  });
}

function portsOf({ services, consolePort, sshPort, bastion, asksHere }: Survey): readonly Port[] {
  const ui = consoleOf(services, consolePort);
  const machine = { host: services, ...(sshPort !== undefined && { port: sshPort }) };
  return [
    ["replicated-ui", ui],
    ["ssh", sshdOf("ssh", machine)],
    ...(bastion === undefined ? [] : [["bastion", sshdOf("bastion", bastion)] as const]),
    ...(asksHere ? [["here", consoleHere(ui, consolePort)] as const] : []),
  ];
}
