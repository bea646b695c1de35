import type { ProxyLogin } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { ProxyRefusal, ProxyUse, Reception, Traffic, VainCalls } from "./finding-parts.ts";
import type { Certificate, FailureCode } from "./phase.ts";
import type { ProxyId, RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";

/** Findings about the ways that traffic goes, which rest on what was measured. */
export type RouteFindingArgs = {
  "misrouted-to-proxy": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "misrouted-direct": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Whether direct fails, or is not wanted. */
    readonly direct: "fails" | "not-wanted";
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "avoidable-proxying": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "target-timing-out": Traffic & {
    /** The routes that were measured. */
    readonly routes: readonly RouteId[];
  };
  "target-unreachable": Traffic & {
    /** How each route failed. */
    readonly failures: readonly {
      /** The way. */
      readonly route: RouteId;
      /** How it failed. */
      readonly code: FailureCode | "answered-by-another";
      /** Number of the TLS alert by which it failed. */
      readonly alert?: number;
    }[];
  };
  "proxy-unreachable": ProxyUse & {
    /** How it failed. */
    readonly failure: FailureCode;
    /** Number of the TLS alert by which it failed. */
    readonly alert?: number;
    /** Why a PAC script cannot be fetched or run, in the words of who tried. */
    readonly said?: string;
    /** The proxy takes connections, and cuts every one before it answers; absent: no connection to it can be made. */
    readonly where?: "answering";
  };
  "proxy-timing-out": ProxyUse & {
    /** Whether the connection to the proxy itself times out, every request through it, TLS in every tunnel of its, or the PAC script that is to name it. */
    readonly where: "connecting" | "answering" | "tunnelling" | "asking-script";
  };
  "proxy-auth-required": ProxyUse & {
    /** Schemes of Proxy-Authenticate, for example `Basic`. */
    readonly schemes: readonly string[];
    /** Whether a login was sent. */
    readonly credentials: "none-sent" | "sent";
    /** How these can log in with what is offered, and what that takes; without a scheme: not at all, whatever is set. */
    readonly logins: readonly ({
      /** Ids of the components that it concerns. */
      readonly components: readonly ComponentId[];
    } & Partial<ProxyLogin>)[];
  };
  "proxy-credentials-rejected": ProxyUse & {
    /** As it stands in the setting, percent-encoded. */
    readonly user: string;
  };
  "proxy-denies-target": ProxyRefusal;
  /** The proxy refuses tunnels to these ports, whatever the host. */
  "proxy-denies-port": ProxyRefusal & {
    /** The ports. */
    readonly ports: readonly number[];
  };
  "proxy-cannot-reach-target": ProxyRefusal & {
    /** What the proxy says it met, as the error of a system: `ECONNREFUSED`. */
    readonly errno?: string;
  };
  "not-a-proxy": ProxyUse;
  "port-closed": Traffic & {
    /** The ports. */
    readonly ports: readonly number[];
    /** How it failed. */
    readonly failure: FailureCode | "answered-by-another";
  };
  "console-unreachable": {
    /** Host name or address. */
    readonly host: string;
    /** How it failed. */
    readonly failure: FailureCode | "answered-by-another";
  };
  "metadata-of-another-machine": {
    /** Absent: it was asked direct. */
    readonly proxy?: ProxyId;
    /** Instance id in the metadata that came. */
    readonly theirs: string;
    /** This machine's instance id, or its addresses where the metadata service did not answer directly. */
    readonly ours: string;
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
  "metadata-token-refused": {
    /** The way. */
    readonly route: RouteId;
    /** What became of asking for a token. */
    readonly token: "refused" | "silent";
    /** Of the refusal; absent where the connection was broken off. */
    readonly status?: number;
    /** With which it answers a request without a token; absent where it does not. */
    readonly without?: number;
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
    /** What is called with credentials that come from there; absent where they come without a token too. */
    readonly inVain?: VainCalls;
  };
  "block-page": {
    /** The way. */
    readonly route: RouteId;
    /** Ids of the targets. */
    readonly targets: readonly TargetId[];
    /** HTTP status. */
    readonly status?: number;
    /** Subject of the certificate's issuer, where the page came over TLS. */
    readonly issuer?: string;
    /** The filter or proxy, where the page gives it away. */
    readonly product?: string;
  };
  /** How far this machine's clock is ahead of that of so many hosts, and whose signed requests it spoils. */
  "clock-skew": {
    /** Seconds; negative where the clock is behind. */
    readonly aheadSeconds: number;
    /** Host names and addresses of the targets. */
    readonly hosts: number;
    /** Ids of the targets. */
    readonly targets: readonly TargetId[];
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
    /** This machine is an EC2 instance. */
    readonly onEc2: boolean;
  };
  /** One presented chain; `sent` is how many certificates it has. */
  "untrusted-certificate": Reception & {
    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];
    /** Ids of the targets. */
    readonly targets: readonly TargetId[];
    /** The routes that were measured. */
    readonly routes: readonly RouteId[];
    readonly leaf: Certificate;
    /** How many certificates were presented. */
    readonly sent: number;
  };
  /** What one issuer has signed on one route in place of the hosts' own authorities, which are seen on another one. */
  "tls-interception": Reception & {
    /** The way. */
    readonly route: RouteId;
    /** Distinguished name of who signed. */
    readonly issuer: string;
    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];
    /** Ids of the targets. */
    readonly targets: readonly TargetId[];
    /** Issuers that are seen on other routes. */
    readonly instead: readonly string[];
  };
  "proxy-url-malformed": {
    /** Name of the setting. */
    readonly setting: string;
    /** Where it stands. */
    readonly source: string;
    /** The reason. */
    readonly why: string;
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
    /** Ids of the targets that these call in vain; absent where there is none. */
    readonly calls?: readonly TargetId[];
  };
};
