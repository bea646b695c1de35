import type { PortSight, TunnelAdvice } from "../model/tunnel.ts";
import { byRoute, sentence, sentences } from "./phrases.ts";
import { sightWords } from "./tunnel-words.ts";

/** How ssh gets there, or why no way was found. */
export function wayWords(advice: TunnelAdvice): string {
  const { way, services, bastion, isOnTheBox, sights } = advice;
  if (isOnTheBox)
    return `From elsewhere, the command leads to this machine wherever port 22 of ${services} is open.`;
  const port = bastion === undefined ? "ssh" : "bastion";
  const seen = sights.filter((sight) => sight.port === port);
  const first = `port ${seen[0]?.number ?? 22} of ${bastion === undefined ? services : `the bastion ${bastion.host}`}`;
  const direct = seen.find(({ route }) => route === "direct");
  const behind =
    bastion === undefined ? "" : `Whether the bastion reaches ${services} shows when ssh is there`;
  switch (way.kind) {
    case "direct":
      return sentences(`ssh gets there: ${first} ${shown(direct)}`, behind);
    case "proxy":
      return sentences(
        `${first} ${shown(direct)}; through ${way.proxy} it ${shown(seen.find(({ route }) => route === way.proxy))}, so that ${way.helper} leads ssh through the proxy`,
        behind,
      );
    case "none":
      return sentences(
        `no way to ${first} was found: ${seen.map((sight) => `${byRoute(sight.route)} ${shown(sight)}`).join(", ")}`,
        "The command is for where that port is open",
        bastion === undefined
          ? "Name a machine that reaches it with --jump, have the proxy allow CONNECT to port 22, or start it elsewhere; ssh itself may know a way, by ~/.ssh/config"
          : "",
      );
  }
}

function shown(sight: PortSight | undefined): string {
  if (sight === undefined) return "was not measured";
  const says =
    sight.state.kind === "serves" && sight.state.says !== undefined ? ` (${sight.state.says})` : "";
  return `${sightWords(sight)}${says}`;
}

/** What else there is to know before the command is typed, a sentence or two each. */
export function remarks(advice: TunnelAdvice): readonly string[] {
  const { here, way, bastion, identity, hasSsh, isOnTheBox, isOpenAlready, sights } = advice;
  const denied = sights.filter(
    ({ port, state }) => port === "console" && state.kind === "fails" && DENIALS.has(state.code),
  );
  const said: readonly (string | false)[] = [
    "localhost in it is looked up on the Services machine, where the tunnel comes out, so it stays localhost. The certificate is the console's own: that the browser warns of it is no fault of the network.",
    isOpenAlready && `A console answers at https://localhost:${here.wanted} already: a tunnel may be open.`,
    here.port !== here.wanted &&
      !isOnTheBox &&
      `Port ${here.wanted} is taken on this machine, so the tunnel begins at ${here.port}.`,
    ...denied.map(
      ({ route, state }) =>
        `${route} opens no tunnel to port 8800${state.kind === "fails" && state.status !== undefined ? ` (status ${state.status})` : ""}: most proxies allow 443 only (squid: SSL_ports; tinyproxy: ConnectPort). It need not: internal requests are to bypass it.`,
    ),
    way.kind === "proxy" && LOGIN_WORDS[way.login ?? "none"](way.proxy),
    way.kind === "proxy" &&
      way.helper === "nc" &&
      "nc has to be OpenBSD's (package netcat-openbsd); macOS has it.",
    bastion !== undefined &&
      identity !== undefined &&
      "-i is for the Services machine; the bastion's key comes from ssh's agent or ~/.ssh/config.",
    !hasSsh &&
      "ssh is not installed here: sudo apt-get install openssh-client (on Windows: Add-WindowsCapability -Online -Name OpenSSH.Client~~~~0.0.1.0).",
  ];
  return said.filter((each) => each !== false && each !== "").map((each) => sentence(String(each)));
}

const DENIALS: ReadonlySet<string> = new Set(["proxy-denied", "proxy-refuses-tunnel"]);

const LOGIN_WORDS = {
  none: () => "",
  settings: () =>
    "The proxy wants a login. A command line can be read by everyone on this machine, so it is not in it: proxy-doctor reads it from the settings.",
  "command line": (proxy: string) =>
    `The proxy wants a login. A command line can be read by everyone on this machine, so it is not in it: put it into the environment as PROXY_DOCTOR_PROXY, which is then ${proxy.replace(/\/\/(.*@)?/, "//USER:PASSWORD@")}.`,
};
