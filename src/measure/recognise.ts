import type { AnsweredBy } from "../model/observation.ts";
import type { Headers } from "../model/phase.ts";
import type { Mark, Target } from "../model/target.ts";
import { readUrl } from "../model/url.ts";
import { productOf } from "./products.ts";

/** What came back on a route. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The certificate over which it came is trusted and for this host. */
  readonly verified: boolean;
};

/** Statuses with which filters and portals show their pages. */
const PAGE_STATUSES: ReadonlySet<number> = new Set([403, 451, 511]);
/** Statuses with which a proxy says that it could not get through; 59x are some proxies' own. */
const GATEWAY_ERROR = /^(50[234]|59\d)$/;

/** Whose words an answer is, by the order of domain-facts 2.8: the proxy's, the target's, someone else's. */
export function recognise(answer: Answer, target: Target, forwarded: boolean): AnsweredBy {
  const { status, headers } = answer;
  if (status === 407 || headers["proxy-authenticate"] !== undefined) return "proxy";
  if (productOf(status, headers) !== undefined) return "proxy";
  if (target.marks.some((mark) => bears(answer, mark))) return "target";
  if (forwarded && GATEWAY_ERROR.test(String(status))) return "proxy";
  return isPage(answer) || leadsElsewhere(answer, target) ? "someone-else" : "unknown";
}

/** Whether the head of an answer proves the target before its body has come. */
export function isProvedBy(head: Answer, { marks }: Target): boolean {
  return marks.some((mark) => mark.body === undefined && bears(head, mark));
}

/** Whether an answer bears a mark: every part that the mark has. */
function bears({ status, headers, body, verified }: Answer, mark: Mark): boolean {
  const { header } = mark;
  return (
    (mark.status?.includes(status) ?? true) &&
    (header === undefined || new RegExp(header.matches, "i").test(headers[header.name] ?? "")) &&
    (mark.body === undefined || new RegExp(mark.body, "i").test(body)) &&
    (mark.certificate === undefined || verified)
  );
}

function isPage({ status, headers }: Answer): boolean {
  const isHtml = /^text\/html\b/i.test(headers["content-type"] ?? "");
  return isHtml && (status < 400 || PAGE_STATUSES.has(status));
}

/** A redirect to another site: a portal's, as a rule. */
function leadsElsewhere({ status, headers }: Answer, { url }: Target): boolean {
  const location = headers["location"];
  const there = location === undefined ? undefined : readUrl(location, url);
  if (status < 300 || status >= 400 || there === undefined) return false;
  return siteOf(there.hostname) !== siteOf(new URL(url).hostname);
}

/** The last two labels of a name, roughly its owner; an address as it is. */
function siteOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? host : host.split(".").slice(-2).join(".");
}
