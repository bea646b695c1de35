import type { ProxyEndpoint } from "./route.ts";
import type { Flaw } from "./setting.ts";

/** The HTTP stacks whose reading of proxy settings is modelled; the names are public (`--client`). */
export const CLIENT_NAMES = [
  "curl",
  "wget",
  "apt",
  "git",
  "python-urllib",
  "python-requests",
  "botocore",
  "go",
  "java",
  "node-undici",
  "node-proxy-agent",
] as const;
/** The name of a modelled HTTP stack. */
export type ClientName = (typeof CLIENT_NAMES)[number];

/** One variable of a process's environment, and where its value came from (`path:line`, `environment`). */
export type Variable = {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  /** A wrapper script puts the words of this variable on the program's command line. */
  readonly onCommandLine?: true;
};

/**
 * What a process was given: its environment, at most one variable a name, in the order it was set. Settings of a file of
 * the client's own are among them, under the names it has for them; only lists of a wgetrc add to others of their name.
 */
export type Environment = readonly Variable[];

/**
 * One step of the way to a decision: the setting, where it stands, the entry within it, and its part.
 * `nearly-bypasses` marks an entry that looks as if it matched and does not; `has-no-effect` a setting that looks
 * as if it decided and does not, and `why`; `overlooked` a setting that the
 * client does not read; `hides` an empty one that the client reads in another's place.
 */
export type Because = {
  /** Name of the setting, as spelled. */
  readonly setting: string;
  /** Where it stands: `path:line` or `environment`. */
  readonly source: string;
  /** The entry of a list of exceptions. */
  readonly entry?: string;
  /** Its part in the decision. */
  readonly effect:
    | "proxies"
    | "bypasses"
    | "nearly-bypasses"
    | "breaks"
    | "has-no-effect"
    | "overlooked"
    | "hides";
  readonly why?: Flaw;
};

/** The way one client goes to one URL. */
export type ClientDecision =
  | { readonly route: "direct"; readonly because: readonly Because[] }
  | { readonly route: "proxy"; readonly proxy: ProxyEndpoint; readonly because: readonly Because[] }
  | { readonly route: "invalid"; readonly why: string; readonly because: readonly Because[] };

/** The schemes by which clients can log in to a proxy (RFC 7617, 7616, 4559; MS-NTHT). */
export type LoginScheme = "Basic" | "Digest" | "NTLM" | "Negotiate";

/**
 * What has to be set besides a user and a password: an option in .curlrc, `http.proxyAuthMethod` of git, an
 * `Authenticator` within a Java program, an empty `jdk.http.auth.tunneling.disabledSchemes`, or a Kerberos ticket.
 */
export type LoginNeed =
  | "curlrc"
  | "git-proxy-auth-method"
  | "java-authenticator"
  | "java-disabled-schemes"
  | "kerberos-ticket";

/** A way for a client to log in, and what it takes. */
export type ProxyLogin = {
  /** How it logs in. */
  readonly scheme: LoginScheme;
  /** What has to be set besides a user and a password. */
  readonly needs: readonly LoginNeed[];
};

/** A real HTTP stack as a pure function of its settings. */
export type Client = {
  readonly name: ClientName;
  /**
   * Which setting holds the exceptions that `url` would be compared with, and how its entries are joined.
   * `java` keeps them inside the options it reads.
   */
  readonly bypass: BypassGrammar;
  /** The version that is assumed where the installed one is not known, for example `7.88.1`. */
  readonly version: string;
  /** @param version of the program or library, as it prints it; the model's own where it is left out */
  readonly decide: (environment: Environment, url: string, version?: string) => ClientDecision;
  /**
   * The logins that it can give to a proxy which offers these schemes.
   *
   * @param version as for `decide`
   */
  readonly logins: (offered: readonly string[], version?: string) => readonly ProxyLogin[];
};

/** How a client's list of exceptions is written. */
export type BypassGrammar = "no_proxy" | "nonProxyHosts";
