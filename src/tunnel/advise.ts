import { hostInUrl } from "../model/host.ts";
import type { ProxyId } from "../model/route.ts";
import type {
  Bastion,
  Helper,
  LocalPort,
  LoginSource,
  PortSight,
  TunnelAdvice,
  WayIn,
} from "../model/tunnel.ts";
import { causeOf, direct } from "./cause.ts";
import { helperFor } from "./helpers.ts";
import { shellLine } from "./shell-line.ts";
import { sshWords } from "./ssh-command.ts";

/** What was asked, what was seen, and what there is to use. */
export type Circumstances = {
  readonly services: string;
  readonly consolePort: number;
  readonly isOnTheBox: boolean;
  readonly user: string;
  readonly sshPort?: number;
  readonly identity?: string;
  readonly bastion?: Bastion;
  readonly sights: readonly PortSight[];
  readonly here: LocalPort;
  /** Proxies that are given a login, and where that stands. */
  readonly logins: ReadonlyMap<ProxyId, LoginSource>;
  readonly installed: readonly Helper[];
  readonly hasSsh: boolean;
  /** How this program is started for a `ProxyCommand`. */
  readonly own: readonly string[];
};

/** From what was seen to what to type and what to open. */
export function advise(around: Circumstances): TunnelAdvice {
  const { services, consolePort, isOnTheBox, sights, here, bastion, identity, hasSsh } = around;
  const way = wayIn(around);
  const place = {
    services,
    consolePort,
    ...(bastion && { bastion }),
    ...(identity !== undefined && { identity }),
  };
  const words = sshWords({
    ...place,
    way,
    user: around.user,
    ...(around.sshPort !== undefined && { sshPort: around.sshPort }),
    localPort: here.port,
    exit: exitFor(around),
    own: around.own,
  });
  return {
    ...place,
    isOnTheBox,
    sights,
    cause: causeOf(sights, isOnTheBox),
    way,
    here,
    isOpenAlready: !isOnTheBox && direct(sights, "here")?.kind === "serves",
    words,
    command: shellLine(words),
    address: `https://localhost:${here.port}`,
    consoleAddress: `https://${hostInUrl(services)}:${consolePort}`,
    hasSsh,
  };
}

/** On the box itself the command is one for others, whose way in is not seen from there. */
function wayIn({ sights, bastion, isOnTheBox, logins, installed }: Circumstances): WayIn {
  if (isOnTheBox) return { kind: "direct" };
  const first = bastion === undefined ? "ssh" : "bastion";
  const open = sights.filter(({ port, state }) => port === first && state.kind === "serves");
  if (open.some(({ route }) => route === "direct")) return { kind: "direct" };
  const proxy = open[0]?.route;
  if (proxy === undefined) return { kind: "none" };
  const login = logins.get(proxy);
  const helper = helperFor(proxy, login !== undefined, installed);
  return { kind: "proxy", proxy, helper, ...(login !== undefined && { login }) };
}

/** The name is looked up on the Services machine; its own address only where the console is seen to listen there alone. */
function exitFor({ isOnTheBox, sights, services }: Circumstances): string {
  const isOutside = direct(sights, "replicated-ui")?.kind === "serves";
  const isOnlyThere = isOutside && direct(sights, "here")?.kind === "fails";
  return isOnTheBox && isOnlyThere ? services : "localhost";
}
