import type { FailureCode, PhaseName } from "./phase.ts";
import type { ProxyId, RouteId } from "./route.ts";

/** A port that a tunnel has to do with: the console's, sshd's, the bastion's sshd's, and the console's number on this machine. */
export type TunnelPort = "replicated-ui" | "ssh" | "bastion" | "here";

/** What a port showed; `says` is what it said of itself, scrubbed. */
export type PortState =
  | { readonly kind: "serves"; readonly says?: string }
  | { readonly kind: "another-answers"; readonly says?: string }
  | {
      readonly kind: "fails";
      readonly code: FailureCode;
      readonly phase: PhaseName;
      readonly status?: number;
    }
  | { readonly kind: "unmeasured"; readonly why: string };

/** One port as it showed itself on one route, and how long that took in milliseconds. */
export type PortSight = {
  readonly port: TunnelPort;
  readonly host: string;
  readonly number: number;
  readonly route: RouteId;
  readonly state: PortState;
  readonly ms: number;
};

/** Of what sshd's port showed, that by which its machine is seen to be there: directly, or else through a proxy. */
export function signOfLife(sights: readonly PortSight[]): PortSight | undefined {
  const signs = sights.filter((sight) => sight.port === "ssh" && isSignOfLife(sight));
  return signs.find(({ route }) => route === "direct") ?? signs[0];
}

function isSignOfLife({ state, route }: PortSight): boolean {
  if (state.kind === "serves") return true;
  if (route !== "direct") return false;
  if (state.kind !== "fails") return state.kind === "another-answers";
  return state.code === "refused" || state.phase === "response";
}

/** How it stands with the console's port, and why. */
export type ConsoleCause =
  | "answers"
  | "only-through-proxy"
  | "dropped"
  | "rejected"
  | "not-listening"
  | "loopback-only"
  | "mute"
  | "not-https"
  | "another-answers"
  | "name-unknown"
  | "all-silent"
  | "no-way"
  | "unmeasured";

/** A program that leads ssh through a proxy; the last is this one. */
export type Helper = "nc" | "ncat" | "corkscrew" | "proxy-doctor";

/** Where the login comes from that a proxy asks for. */
export type LoginSource = "settings" | "command line";

/** How ssh gets to the first machine that it talks to: the bastion where there is one, else the Services machine. */
export type WayIn =
  | { readonly kind: "direct" }
  | {
      readonly kind: "proxy";
      readonly proxy: ProxyId;
      readonly helper: Helper;
      readonly login?: LoginSource;
    }
  | { readonly kind: "none" };

/** Where the tunnel begins: a port of this machine, another one than asked for where that is taken. */
export type LocalPort = { readonly wanted: number; readonly port: number };

/** A machine on the way; absent parts are left to ssh's own configuration. */
export type Bastion = { readonly host: string; readonly user?: string; readonly port?: number };

/** What is known of the console's port from here, and the way to the console by ssh. */
export type TunnelAdvice = {
  readonly services: string;
  /** Where the console listens there; 8800 as a rule. */
  readonly consolePort: number;
  /** This machine is the Services machine itself. */
  readonly isOnTheBox: boolean;
  readonly bastion?: Bastion;
  readonly identity?: string;
  readonly sights: readonly PortSight[];
  readonly cause: ConsoleCause;
  readonly way: WayIn;
  readonly here: LocalPort;
  /** A tunnel that somebody has opened already leads to a console. */
  readonly isOpenAlready: boolean;
  /** What to type, word by word; the first is `ssh`. */
  readonly words: readonly string[];
  /** The same as one line for a shell. */
  readonly command: string;
  /** What to open in a browser while the tunnel stands. */
  readonly address: string;
  /** What to open where the console is reached without a tunnel. */
  readonly consoleAddress: string;
  readonly hasSsh: boolean;
};

/** How an ssh came to its end. */
export type SshEnd =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "not-started"; readonly why: string };

/** How an opened tunnel came to its end, and what ssh said last: on request, because ssh ended, or as no console answered. */
export type TunnelEnd = {
  /** The console had answered through it. */
  readonly wasUp: boolean;
  readonly lastWords: readonly string[];
} & (
  | { readonly by: "request" }
  | { readonly by: "ssh"; readonly end: SshEnd }
  | { readonly by: "silence"; readonly sight: PortSight | undefined }
);
