import type { PortSight, TunnelAdvice } from "../model/tunnel.ts";
import { byRoute, listed, sentence, sentences } from "./phrases.ts";
import { sightClause } from "./tunnel-words.ts";

/** Who types the command where no way was found is to know it at once. */
export function notFromHere({ services, bastion }: TunnelAdvice): string {
  return `(not from here: no way to the sshd of ${bastion === undefined ? services : bastion.host} was found)`;
}

/** How ssh gets there, or why no way was found. */
export function wayWords(advice: TunnelAdvice): string {
  const { way, services, bastion, isOnTheBox, sights } = advice;
  const seen = sights.filter(
    ({ port }) => port === (bastion === undefined || isOnTheBox ? "ssh" : "bastion"),
  );
  const machine = bastion === undefined || isOnTheBox ? services : `the bastion ${bastion.host}`;
  const port = `port ${seen[0]?.number ?? 22} of ${machine}`;
  const [direct] = seen;
  if (isOnTheBox) {
    return sentences(
      `here ${port} ${shown(direct)}`,
      "The command is for other machines, which get to that port where its security group lets them",
    );
  }
  const behind =
    bastion === undefined ? "" : `Whether the bastion reaches ${services} shows when ssh is there`;
  switch (way.kind) {
    case "direct":
      return sentences(`${port} ${shown(direct)}, so ssh gets there`, behind);
    case "proxy":
      return sentences(
        `${port} ${shown(direct)}; through ${way.proxy} it ${shown(seen.find(({ route }) => route === way.proxy))}, so ${way.helper} leads ssh through that proxy`,
        behind,
      );
    case "none":
      return sentences(
        `no way to ${port} was found: ${listed(seen.map((each) => `${each.route === "direct" ? "directly" : byRoute(each.route)} it ${shown(each)}`))}`,
        "The command is for where that port is open",
        bastion === undefined
          ? `Name a machine that reaches it with --jump${seen.length > 1 ? ", or have the proxy allow CONNECT to that port" : ""}; ssh may also know a way of its own, by ~/.ssh/config`
          : "",
      );
  }
}

function shown(sight: PortSight | undefined): string {
  return sight === undefined ? "was not measured" : sightClause(sight);
}

/** What else there is to know before the command is typed, a sentence or two each. */
export function remarks(advice: TunnelAdvice): readonly string[] {
  const { isOpenAlready, here, hasSsh, bastion, identity } = advice;
  return [
    "The localhost in it is looked up on the Services machine, where the tunnel comes out, so it stays localhost. The browser warns of the certificate, which is the console's own: no fault of the network.",
    ...(isOpenAlready
      ? [`At https://localhost:${here.wanted} a console answers already: a tunnel may be open.`]
      : []),
    ...(here.port === here.wanted
      ? []
      : [`Port ${here.wanted} is taken on this machine, so the tunnel begins at ${here.port}.`]),
    ...denials(advice),
    ...proxyRemarks(advice),
    ...(bastion !== undefined && identity !== undefined
      ? ["The key of -i is for the Services machine; the bastion's comes from ssh's agent or ~/.ssh/config."]
      : []),
    ...(hasSsh
      ? []
      : [
          "There is no ssh here: sudo apt-get install openssh-client (on Windows: Add-WindowsCapability -Online -Name OpenSSH.Client~~~~0.0.1.0).",
        ]),
  ];
}

const DENIALS: ReadonlySet<string> = new Set(["proxy-denied", "proxy-refuses-tunnel"]);

function denials({ consolePort, sights, isOnTheBox }: TunnelAdvice): readonly string[] {
  if (isOnTheBox) return [];
  return sights.flatMap(({ port, route, state }) => {
    if (port !== "replicated-ui" || state.kind !== "fails" || !DENIALS.has(state.code)) return [];
    const status = state.status === undefined ? "" : ` (status ${state.status})`;
    return [
      `Through ${route} there is no tunnel to port ${consolePort}${status}: most proxies open them to 443 only (squid: SSL_ports; tinyproxy: ConnectPort). None is needed: internal requests are to bypass the proxy.`,
    ];
  });
}

function proxyRemarks({ way }: TunnelAdvice): readonly string[] {
  if (way.kind !== "proxy") return [];
  const { helper, login, proxy } = way;
  const nc = "This nc has to be OpenBSD's, as macOS has it and Debian in netcat-openbsd.";
  const secret =
    "The proxy wants a login, and all users of this machine can read a command line, so it is not in it";
  const variable = `PROXY_DOCTOR_PROXY=${proxy.replace(/\/\/(?:.*@)?/, "//USER:PASSWORD@")}`;
  return [
    ...(helper === "nc" ? [nc] : []),
    ...(login === "settings" ? [sentence(`${secret}: proxy-doctor reads it from the settings`)] : []),
    ...(login === "command line"
      ? [sentence(`${secret}: for proxy-doctor to find it, put it into the environment, ${variable}`)]
      : []),
  ];
}
