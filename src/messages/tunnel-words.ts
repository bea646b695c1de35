import type { RouteId } from "../model/route.ts";
import {
  type ConsoleCause,
  type PortSight,
  signOfLife,
  type TunnelAdvice,
  type TunnelPort,
} from "../model/tunnel.ts";
import { FAILURE_MEANINGS, FAILURES } from "./failures.ts";
import type { FindingWords } from "./finding-words.ts";
import { listed, sentences } from "./phrases.ts";

/** `12 ms`, `5.0 s`. */
export function duration(ms: number): string {
  if (ms < 1) return "less than 1 ms";
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** What a port showed, in a few words: `answers after 12 ms`, `timed out after 5.0 s`, `proxy denies it, status 403`. */
export function sightWords({ state, ms }: PortSight): string {
  switch (state.kind) {
    case "serves":
      return `answers after ${duration(ms)}`;
    case "another-answers":
      return `another answers${state.says === undefined ? "" : ` (${state.says})`}`;
    case "fails":
      return failureWords(state, ms);
    case "unmeasured":
      return "not measured";
  }
}

function failureWords({ code, status }: Extract<PortSight["state"], { kind: "fails" }>, ms: number): string {
  return status === undefined
    ? `${FAILURES[code]} after ${duration(ms)}`
    : `${FAILURES[code]}, status ${status}`;
}

/** The same as a clause: `answers after 12 ms (SSH-2.0-OpenSSH_9.2p1)`, `does not answer (timed out after 5.0 s)`. */
export function sightClause(sight: PortSight): string {
  const { state } = sight;
  switch (state.kind) {
    case "serves":
      return `${sightWords(sight)}${state.says === undefined ? "" : ` (${state.says})`}`;
    case "fails":
      return `does not answer (${failureWords(state, sight.ms)})`;
    case "another-answers":
      return `has another answer${state.says === undefined ? "" : ` (${state.says})`}`;
    case "unmeasured":
      return "was not measured";
  }
}

/** How it stands with the console, why, and what would change it. */
export function consoleWords(advice: TunnelAdvice): FindingWords {
  const { services, consolePort } = advice;
  const seen = sightAt(advice, "replicated-ui", "direct");
  const ssh = sightAt(advice, "ssh", "direct");
  const { state } = seen ?? {};
  const facts: Facts = {
    advice,
    place: `port ${consolePort} of ${services}`,
    took: duration(seen?.ms ?? 0),
    shows: seen === undefined ? "was not measured" : sightWords(seen),
    meaning: state?.kind === "fails" ? FAILURE_MEANINGS[state.code] : "",
    isStrange: !advice.isOnTheBox && ssh?.state.kind === "fails" && ssh.state.code === "refused",
    besides: besidesWords(ssh),
    around: besidesWords(sightAround(advice)),
  };
  return CONSOLE_WORDS[advice.cause](facts);
}

type Facts = {
  readonly advice: TunnelAdvice;
  readonly place: string;
  readonly took: string;
  readonly shows: string;
  readonly meaning: string;
  /** What sshd's port of the same machine shows. */
  readonly besides: string;
  /** What it shows through a proxy, where that alone tells that the machine is there; else empty. */
  readonly around: string;
  /** A machine to log in to would listen there. */
  readonly isStrange: boolean;
};

function sightAround({ sights }: TunnelAdvice): PortSight | undefined {
  const sign = signOfLife(sights);
  return sign?.route === "direct" ? undefined : sign;
}

function besidesWords(ssh: PortSight | undefined): string {
  if (ssh === undefined) return "";
  const { state, route } = ssh;
  const clause =
    state.kind === "fails" && state.phase === "response"
      ? "takes connections, and says nothing"
      : sightClause(ssh);
  return `port ${ssh.number} ${clause}${route === "direct" ? "" : ` through ${route}`}`;
}

function allow({ consolePort }: TunnelAdvice): string {
  return `To have it open without a tunnel, allow TCP ${consolePort} from this machine's address in the security group`;
}

const CONSOLE_WORDS: Readonly<Record<ConsoleCause, (facts: Facts) => FindingWords>> = {
  answers: ({ advice, place, took }) =>
    advice.isOnTheBox
      ? {
          what: `The console on ${place} answers on this machine, at its own address, after ${took}.`,
          why: "What this machine sends itself passes no security group, so whether others reach the console shows only there: run this command where your browser is.",
          remedy: "",
        }
      : {
          what: `The console on ${place} answers from here after ${took}: no tunnel is needed.`,
          why: "",
          remedy: "",
        },
  "only-through-proxy": ({ advice, place, shows }) => ({
    what: `The console on ${place} answers through ${listed(consoleProxies(advice))}, and not directly: ${shows}.`,
    why: "A browser that goes through that proxy opens it. Internal requests are to bypass the proxy, though, and then only a tunnel leads there.",
    remedy: `${allow(advice)} of the Services machine.`,
  }),
  dropped: ({ advice, place, took, besides }) => ({
    what: `What goes from here to ${place} is dropped: silence for ${took}, while ${besides}.`,
    why: "Silence on one port alone is a filter's: a security group without a rule for it, a network ACL, or a firewall on the way.",
    remedy: `${allow(advice)} of the Services machine.`,
  }),
  rejected: ({ advice, place, shows, besides }) => ({
    what: `What goes from here to ${place} is turned away on the way: ${shows}, while ${besides}.`,
    why: "A firewall or a router answers in the machine's place.",
    remedy: `${allow(advice)} and in that firewall.`,
  }),
  "not-listening": ({ advice, place, shows, isStrange }) => ({
    what: `Nothing listens on ${place}: ${shows}.`,
    why: isStrange
      ? "Nothing listens for ssh either, so this may not be the Services machine; or a firewall rejects both, which looks the same."
      : "The machine is there. Either Replicated's console is not up, as before its installer has run, or a firewall rejects the connection, which looks the same.",
    remedy: `Look at it ${advice.isOnTheBox ? "here" : "on the Services machine"}: sudo service replicated-ui status; sudo docker ps --filter name=replicated-ui; sudo ss -ltn 'sport = :${advice.consolePort}'. A tunnel comes out on the machine itself, and serves as soon as anything listens there, be it on its loopback alone.`,
  }),
  "loopback-only": ({ advice, place, shows }) => ({
    what: `The console listens on this machine's loopback alone: localhost:${advice.consolePort} answers, and ${place} does not (${shows}).`,
    why: "No other machine can open it, whatever the security group says. A tunnel comes out on this machine, and reaches it.",
    remedy: "",
  }),
  mute: ({ place, shows, meaning }) => ({
    what: `The connection to ${place} is taken, and then nothing comes: ${shows}.`,
    why: sentences(meaning, "The console may still be starting"),
    remedy: "On the Services machine: sudo service replicated-ui status.",
  }),
  "not-https": ({ advice, place, shows, meaning }) => ({
    what: `What listens on ${place} does not speak HTTPS as the console does: ${shows}.`,
    why: sentences(meaning),
    remedy: `On the Services machine: sudo ss -ltnp 'sport = :${advice.consolePort}' names the program that has the port.`,
  }),
  "another-answers": ({ advice, place, shows }) => ({
    what: `Someone else answers for the console on ${place}: ${shows}.`,
    why: "A filter or a proxy on the way speaks in its place; what it says is not the console's.",
    remedy: `${allow(advice)} and in that filter.`,
  }),
  "name-unknown": ({ advice, shows, meaning }) => ({
    what: `The name ${advice.services} leads nowhere from here: ${shows}.`,
    why: sentences(
      meaning,
      "ssh needs it too, unless a proxy, a bastion or ssh's own configuration knows it",
    ),
    remedy: "Name the address instead: --services 10.0.1.238, say.",
  }),
  "all-silent": ({ advice, took, besides, around }) => ({
    what: `${advice.services} does not answer from here: port ${advice.consolePort} is silent for ${took}, and ${besides}.`,
    why:
      around === ""
        ? "Nothing of what is sent there comes back: the address is another's, the machine is off, or the way there begins elsewhere (a VPN, a bastion)."
        : `The machine is there: ${around}. What goes to it directly is dropped on the way, by a security group, a network ACL or a firewall.`,
    remedy: around === "" ? "" : `${allow(advice)} of the Services machine.`,
  }),
  "no-way": ({ advice, shows, meaning }) => ({
    what: `No way leads from here to ${advice.services}: ${shows}.`,
    why: sentences(meaning),
    remedy: "",
  }),
  unmeasured: ({ place }) => ({
    what: `Whether ${place} is reached from here is not known: it was not measured to the end.`,
    why: "",
    remedy: "Run it again, with a longer --timeout if need be.",
  }),
};

function consoleProxies({ sights }: TunnelAdvice): readonly RouteId[] {
  return sights.flatMap(({ port, route, state }) =>
    port === "replicated-ui" && route !== "direct" && state.kind === "serves" ? [route] : [],
  );
}

/** What one port showed on one route. */
export function sightAt({ sights }: TunnelAdvice, port: TunnelPort, route: RouteId): PortSight | undefined {
  return sights.find((each) => each.port === port && each.route === route);
}
