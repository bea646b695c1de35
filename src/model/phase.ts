import type { Trust, TrustFault } from "./trust.ts";

/** Why a phase failed. Closed: a new cause gets a name here and words in `messages/`. */
export const FAILURE_CODES = [
  "name-not-found",
  "name-has-no-address",
  "resolver-failed",
  "resolver-refused",
  "resolver-silent",
  "refused",
  "reset",
  "closed",
  "host-unreachable",
  "network-unreachable",
  "blocked-locally",
  "timed-out",
  "cancelled",
  "not-tls",
  "tls-alert",
  "old-tls-only",
  "client-certificate-asked",
  "tls-failed",
  "proxy-auth-required",
  "proxy-denied",
  "proxy-cannot-reach",
  "proxy-refuses-tunnel",
  "proxy-redirects",
  "not-a-proxy",
  "socks-refused",
  "not-http",
  "malformed-http",
  "headers-too-large",
  "cut-short",
  "pac-failed",
  "unknown",
] as const;
/** The name of a cause. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** A named failure. `message` is the underlying error's, scrubbed; nothing is decided on its wording. */
export type Failure = {
  readonly code: FailureCode;
  /** The words of the underlying error; nothing is decided on them. */
  readonly message: string;
  /** Node's or OpenSSL's error code, for example `ECONNREFUSED`; of a proxy's answer, what the proxy says it met. */
  readonly errno?: string;
  /** HTTP status of the answer that is the failure. */
  readonly status?: number;
  /** Number of the TLS alert that the other side sent (RFC 8446, section 6). */
  readonly alert?: number;
};

/** One connection attempt to one address. `outcome` is `connected` or an error code; `at` is when it began, in the phase. */
export type Try = {
  /** The address that was tried. */
  readonly address: string;
  /** When it began, in milliseconds since the phase did. */
  readonly at: number;
  /** Milliseconds that it took. */
  readonly ms: number;
  /** `connected`, or an error code. */
  readonly outcome: string;
};

/** What one of the system's name servers says when it is asked itself, which programs do not do. */
export type NameServerSays = {
  /** Address of the name server. */
  readonly server: string;
  /** Milliseconds that it took. */
  readonly ms: number;
  /** What it answers; `nothing`: no answer within a second. */
  readonly says: "addresses" | "no-such-name" | "no-address" | "failure" | "refuses" | "nonsense" | "nothing";
  /** Of the two kinds of addresses, the one about which it is silent, where it answers about the other. */
  readonly unanswered?: "A" | "AAAA";
};

/** One certificate of a presented chain. Times are ISO 8601; `sha256` is the fingerprint in hex pairs. */
export type Certificate = {
  /** Distinguished name of its owner. */
  readonly subject: string;
  /** Distinguished name of who signed it. */
  readonly issuer: string;
  /** The names that it is for. */
  readonly names: string;
  /** ISO 8601. */
  readonly validFrom: string;
  /** ISO 8601. */
  readonly validTo: string;
  /** Fingerprint, in hex pairs. */
  readonly sha256: string;
  /** For example `RSA 2048`, `EC prime256v1` or `ED25519`. */
  readonly key: string;
  /** Where its issuer's certificate is offered (Authority Information Access), so that one that is missing can be had. */
  readonly issuerAt?: string;
};

/** Response headers worth keeping, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** Who an instance-identity document speaks of. */
export type InstanceIdentity = {
  /** For example `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Its address within the VPC. */
  readonly privateIp: string;
  /** AWS region. */
  readonly region: string;
};

type LookupFacts = {
  /** The name that was looked up. */
  readonly host: string;
  /** All addresses, in the system's order. */
  readonly addresses: readonly string[];
  /** Asked besides, where the system's resolver fails or takes long. */
  readonly servers?: readonly NameServerSays[];
};
type ConnectFacts = {
  /** The other end of the connection. */
  readonly remote: string;
  /** Our end of it. */
  readonly local: string;
  /** Connection attempts, in the order in which they began. */
  readonly tries: readonly Try[];
};
type TlsFacts = {
  /** Version of TLS. */
  readonly protocol: string;
  /** Cipher suite. */
  readonly cipher: string;
  /** Leaf first, as presented; nothing is added from a store of this machine's. */
  readonly chain: readonly Certificate[];
  /** Why the chain is not trusted by Node's own authorities and those named on the command line. */
  readonly untrusted?: TrustFault;
  /** What each store of this machine's says of the chain. */
  readonly trust: Trust;
  /** The certificate is not for this host. */
  readonly wrongName?: true;
};

/** What was asked. */
type RequestFacts = {
  /** HTTP method. */
  readonly method: string;
  /** What it was asked of. */
  readonly url: string;
};

/** How a proxy answered CONNECT. */
type TunnelFacts = {
  /** HTTP status; absent where the proxy speaks SOCKS. */
  readonly status?: number;
  /** Response headers worth keeping. */
  readonly headers: Headers;
  /** Ways to log in that a proxy offers, by the names of RFC 9110, 11.7.1, as it spells them: `Basic`, `NTLM`. */
  readonly offers?: readonly string[];
  /** How far the clock of who answered is ahead of this machine's, in milliseconds, by its Date header. */
  readonly clockAheadMs?: number;
};

/** What came back. */
type ResponseFacts = {
  /** HTTP status; absent where the target speaks no HTTP. */
  readonly status?: number;
  /** Response headers worth keeping. */
  readonly headers: Headers;
  /** First 4 KB, scrubbed. Empty for an identity document. */
  readonly body: string;
  /** Who the document speaks of, where it is one. */
  readonly identity?: InstanceIdentity;
  /** What became of the IMDSv2 token request on this route. */
  readonly token?: "granted" | "refused" | "silent";
  /** HTTP status with which a token was refused; absent where the connection was broken off. */
  readonly tokenStatus?: number;
  /** The address that the request came from, as the target saw it. */
  readonly callerAddress?: string;
  /** Ways to log in that a proxy offers, by the names of RFC 9110, 11.7.1, as it spells them: `Basic`, `NTLM`. */
  readonly offers?: readonly string[];
  /** How far the clock of who answered is ahead of this machine's, in milliseconds, by its Date header. */
  readonly clockAheadMs?: number;
};

/** What each phase leaves behind when it succeeds. */
export type PhaseFacts = {
  "proxy-dns": LookupFacts;
  "proxy-tcp": ConnectFacts;
  "proxy-tls": TlsFacts;
  tunnel: TunnelFacts;
  dns: LookupFacts;
  tcp: ConnectFacts;
  tls: TlsFacts;
  request: RequestFacts;
  response: ResponseFacts;
};

/** The name of a step of an attempt; those of the way to a proxy begin with `proxy-`. */
export type PhaseName = keyof PhaseFacts;

/** One recorded step of an attempt; milliseconds are its own, not since the start. */
export type Phase = {
  [N in PhaseName]:
    | {
        /** Which step. */
        readonly name: N;
        /** What became of it. */
        readonly status: "ok";
        /** Milliseconds that it took. */
        readonly ms: number;
        /** What it left behind. */
        readonly facts: PhaseFacts[N];
      }
    | {
        /** Which step. */
        readonly name: N;
        /** What became of it. */
        readonly status: "failed";
        /** Milliseconds that it took. */
        readonly ms: number;
        readonly failure: Failure;
        /** What was seen before it failed: connection tries, a refusal's headers and body. */
        readonly facts?: Partial<PhaseFacts[N]>;
      }
    | {
        /** Which step. */
        readonly name: N;
        /** What became of it. */
        readonly status: "skipped";
        readonly because: SkipReason;
      };
}[PhaseName];

/** How long steps took together, in milliseconds. */
export function msOf(phases: readonly Phase[]): number {
  return phases.reduce((total, phase) => total + (phase.status === "skipped" ? 0 : phase.ms), 0);
}

/** Why a step was not taken. */
export type SkipReason = "an earlier phase failed" | "the address needs no lookup" | "nothing is sent";
