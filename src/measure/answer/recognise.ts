import type { AnsweredBy } from "../../model/observation.ts";
import type { Headers, Phase, PhaseFacts } from "../../model/phase.ts";
import type { Mark, Target } from "../../model/target.ts";
import { readUrl } from "../../model/url.ts";
import { isForeignChain, isPubliclyTrusted, isVerified } from "./certified.ts";
import { isHtml, titleOf } from "./page.ts";
import { cdnOf, gatewayInHead, gatewayInPage, isPassedOn, saysItFailed, serverOfPage } from "./product-of.ts";
import { errorMadeBy } from "./proxy-status.ts";
import { isSameSite } from "./site.ts";

/** What came back on a route. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The TLS with the target over which it came; absent where there was none. */
  readonly tls?: PhaseFacts["tls"] | undefined;
};

/** Statuses with which filters and portals show their pages. */
const PAGE_STATUSES: ReadonlySet<number> = new Set([403, 451]);
/** With this one, only they do (RFC 6585, section 6). */
const PORTAL_STATUS = 511;
/** Statuses with which a proxy says that it could not get through; 59x are some proxies' own. */
const GATEWAY_ERROR = /^(50[234]|59\d)$/;
/** Titles of pages that filters and portals show with statuses that targets have too. */
const PORTAL_TITLE =
  /\b(blocked|denied|log ?[io]n|sign ?in|authenticat(e|ion)|captive portal|(web|content|url) filter)/i;

/**
 * Whose words an answer is: the proxy's, the target's, someone else's. The order is that of domain-facts 2.8, but for
 * what no proxy can do: speak over a chain that public authorities vouch for in the target's name.
 */
export function recognise(answer: Answer, target: Target, forwarded: boolean): AnsweredBy {
  const { status, headers } = answer;
  if (isPubliclyTrusted(answer.tls)) return "target";
  if (status === 407 || headers["proxy-authenticate"] !== undefined) return "proxy";
  if (gatewayInHead(answer) !== undefined) return "proxy";
  if (target.marks.some((mark) => bears(answer, mark))) return "target";
  if (forwarded && isForwardersOwn(answer)) return "proxy";
  return isForeign(answer, target) ? "someone-else" : "unknown";
}

/** Whether the head of an answer proves the target before its body has come. */
export function isProvedBy(head: Answer, { marks }: Target): boolean {
  return isPubliclyTrusted(head.tls) || marks.some((mark) => mark.body === undefined && bears(head, mark));
}

/** What phases say of the TLS with the target, in an answer's words. */
export function tlsOf(phases: readonly Phase[]): Pick<Answer, "tls"> {
  const phase = phases.find(({ name }) => name === "tls");
  return phase?.name === "tls" && phase.status === "ok" ? { tls: phase.facts } : {};
}

/** Whether an answer bears a mark: every part that the mark has. */
function bears({ status, headers, body, tls }: Answer, mark: Mark): boolean {
  const { header } = mark;
  return (
    (mark.status?.includes(status) ?? true) &&
    (header === undefined || new RegExp(header.matches, "i").test(headers[header.name] ?? "")) &&
    (mark.body === undefined || new RegExp(mark.body, "i").test(body)) &&
    (mark.certificate === undefined || isVerified(tls))
  );
}

/** Whether an unmarked answer is that of the proxy which forwards, and not of what lies behind it. */
function isForwardersOwn(answer: Answer): boolean {
  const { status, headers } = answer;
  if (status < 400 || cdnOf(answer) !== undefined) return false;
  const maker = errorMadeBy(headers["proxy-status"]);
  if (maker !== undefined) return maker === "next";
  if (isPassedOn(answer)) return false;
  return GATEWAY_ERROR.test(String(status)) || gatewayInPage(answer) !== undefined || saysItFailed(answer);
}

/** Whether an unmarked answer is a filter's or a portal's: by where it leads, what it shows, how it came. */
function isForeign(answer: Answer, target: Target): boolean {
  const { status, body, tls } = answer;
  if (status === PORTAL_STATUS || leadsElsewhere(answer, target)) return true;
  if (gatewayInPage(answer) !== undefined) return true;
  if (!isHtml(answer)) return false;
  if (status < 400 || isForeignChain(tls, target)) return true;
  if (cdnOf(answer) !== undefined || serverOfPage(answer) !== undefined) return false;
  return PAGE_STATUSES.has(status) || PORTAL_TITLE.test(titleOf(body));
}

/** A redirect to another site: a portal's, as a rule. */
function leadsElsewhere({ status, headers }: Answer, { url }: Target): boolean {
  const location = headers["location"];
  const there = location === undefined ? undefined : readUrl(location, url);
  if (status < 300 || status >= 400 || there === undefined) return false;
  return !isSameSite(there.hostname, new URL(url).hostname);
}
