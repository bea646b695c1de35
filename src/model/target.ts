import type { ComponentId } from "./component.ts";
import type { EgressPolicy, Installation } from "./installation.ts";

/** `<probe>/<name>`, for example `s3/bucket`. */
export type TargetId = `${string}/${string}`;

/** Every policy. */
export const POLICIES = ["must-direct", "should-direct", "must-proxy", "either"] as const;
/**
 * Which routes are right. `must-direct`: proxied is a defect even if it works. `should-direct`: works
 * through the proxy, at a cost. `must-proxy`: no direct route is wanted. `either`: both are right.
 */
export type Policy = (typeof POLICIES)[number];

/**
 * What is said on the open route.
 * - `http`: one request, no redirect followed.
 * - `instance-identity`: an IMDSv2 token, then the identity document; without a token, as IMDSv1.
 * - `ssh-banner`: reads the server's identification and answers with ours.
 * - `connect`: opens the connection and sends nothing.
 */
export type Exchange =
  | {
      /** What is said. */
      readonly kind: "http";
      /** HTTP method. */
      readonly method: "GET" | "HEAD";
      /** Request headers. */
      readonly headers: Readonly<Record<string, string>>;
      /** The true answer is the caller's address, as the target sees it. */
      readonly tells?: "caller-address";
    }
  | {
      /** What is said. */
      readonly kind: "instance-identity";
    }
  | {
      /** What is said. */
      readonly kind: "ssh-banner";
    }
  | {
      /** What is said. */
      readonly kind: "connect";
    };

/**
 * A sign by which the true target is known; every part that is given must hold. A status alone is never a sign.
 * Patterns are regular expressions, case-insensitive; `body` is tested against the first 4 KB.
 */
export type Mark = {
  /** HTTP statuses, any of which will do. */
  readonly status?: readonly number[];
  /** A response header, and what its value is to match. */
  readonly header?: {
    /** Name of the header. */
    readonly name: string;
    /** Regular expression. */
    readonly matches: string;
  };
  /** Regular expression for the body. */
  readonly body?: string;
  /** The presented certificate is valid for the host and issued by an authority this machine trusts. */
  readonly certificate?: "verified";
};

/** One endpoint that an installation needs. */
export type Target = {
  readonly id: TargetId;
  /** As a client spells it. `tcp:` and `ssh:` URLs are dialled by programs that know no HTTP proxy. */
  readonly url: string;
  readonly exchange: Exchange;
  /** Any one of them proves the target; none are needed for `connect`. */
  readonly marks: readonly Mark[];
  /** Which routes are right, under each policy for outgoing traffic. */
  readonly policy: Readonly<Record<EgressPolicy, Policy>>;
  /** Why the policy is what it is, in one sentence. */
  readonly reason: string;
};

/** A target that a person added, and the components that call it, whatever else they need. */
export type OwnTarget = { readonly target: Target; readonly components: readonly ComponentId[] };

/** A target that this installation does not have, and what would configure it. */
export type Unconfigured = {
  readonly id: TargetId;
  /** What would configure it. */
  readonly unconfigured: string;
};

/** What is checked for one service: a pure function from an installation to its endpoints. */
export type Probe = (installation: Installation) => readonly (Target | Unconfigured)[];

/** A host, without brackets, and a port. */
export type Endpoint = { readonly host: string; readonly port: number };

const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443, "ssh:": 22 };

/** Host (without brackets) and port that a target's URL dials. */
export function endpointOf(url: string): Endpoint {
  const { protocol, hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (DEFAULT_PORTS[protocol] ?? 0) };
}

/** Whether programs that know no HTTP proxy dial a URL. */
export function isDialledRaw(url: string): boolean {
  return url.startsWith("tcp:") || url.startsWith("ssh:");
}

/** Whether an installation has the target of an entry. */
export function isConfigured(entry: Target | Unconfigured): entry is Target {
  return !("unconfigured" in entry);
}
