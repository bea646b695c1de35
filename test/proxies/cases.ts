import type { AnsweredBy } from "../../src/model/observation.ts";
import { type Behind, DENIED, LOGIN, NO_NAME, type RecipeName } from "./recipes.ts";

/** What a real program is asked, and what its answer is to be taken for. */
export type Case = {
  readonly of: RecipeName;
  readonly name: string;
  /** `proxy`: the program is the proxy; `front`: it stands before the target, and is called direct. */
  readonly as: "proxy" | "front";
  readonly url: (behind: Behind) => string;
  /** As `gist` has it. */
  readonly shows: string;
  readonly answeredBy: AnsweredBy;
  readonly product?: string;
  readonly errno?: string;
  /** Its answer comes within TLS, and cannot be recorded. */
  readonly within?: "tls";
};

type Outcome = Pick<Case, "shows" | "answeredBy" | "product" | "errno">;

const DENIES: Outcome = { shows: "tunnel/proxy-denied", answeredBy: "proxy" };
const WANTS_LOGIN: Outcome = { shows: "tunnel/proxy-auth-required", answeredBy: "proxy" };
const CANNOT: Outcome = { shows: "tunnel/proxy-cannot-reach", answeredBy: "proxy" };
const UNCLEAR: Outcome = { shows: "unknown", answeredBy: "unknown" };
const TARGETS: Outcome = { shows: "target", answeredBy: "target" };

/** The same of a forwarded request. */
function forwarded({ shows, ...rest }: Outcome): Outcome {
  return { ...rest, shows: shows.replace("tunnel", "response") };
}

function asks(of: RecipeName, product: string | undefined, as: Case["as"] = "proxy") {
  return (name: string, url: Case["url"], outcome: Outcome, more: Partial<Case> = {}): Case => ({
    of,
    name,
    as,
    url,
    ...(product === undefined || outcome.answeredBy !== "proxy" ? {} : { product }),
    ...outcome,
    ...more,
  });
}

const squid = asks("squid", "squid");
const tinyproxy = asks("tinyproxy", "tinyproxy");
const apache = asks("apache", "Apache");
const mitmproxy = asks("mitmproxy", "mitmproxy");
const nginx = asks("nginx", "nginx");
const haproxy = asks("haproxy", "HAProxy");

const local = (scheme: string, port: keyof Behind) => (behind: Behind) =>
  `${scheme}://127.0.0.1:${behind[port]}/`;
const at = (url: string) => () => url;

const REFUSED = { errno: "ECONNREFUSED" };

/** What the origin behind the programs says is known by its mark, or, for this path, is not. */
export const UNMARKED = "/unmarked";
const unmarked = (behind: Behind) => `http://127.0.0.1:${behind.origin}${UNMARKED}`;

/** Every case, in the order in which programs are started. */
export const CASES: readonly Case[] = [
  squid("connect-denied", at(`https://${DENIED}/`), DENIES),
  squid("connect-login", at(`https://${LOGIN}/`), WANTS_LOGIN),
  squid("connect-unknown-name", at("https://unknown.test/"), CANNOT),
  squid("connect-refused", local("https", "closed"), CANNOT, REFUSED),
  squid("get-denied", at(`http://${DENIED}/`), forwarded(DENIES)),
  squid("get-login", at(`http://${LOGIN}/`), forwarded(WANTS_LOGIN)),
  squid("get-unknown-name", at("http://unknown.test/"), forwarded(CANNOT)),
  squid("get-refused", local("http", "closed"), forwarded(CANNOT), REFUSED),
  squid("get-cut-off", local("http", "dead"), forwarded(CANNOT)),
  squid("get-origin", local("http", "origin"), TARGETS),
  squid("get-origins-error", unmarked, UNCLEAR),

  tinyproxy("connect-denied", at(`https://${DENIED}/`), DENIES),
  tinyproxy("connect-denied-port", local("https", "dead"), DENIES),
  tinyproxy("connect-unknown-name", at(`https://${NO_NAME}/`), CANNOT),
  tinyproxy("connect-refused", local("https", "closed"), CANNOT),
  tinyproxy("get-denied", at(`http://${DENIED}/`), forwarded(DENIES)),
  tinyproxy("get-unknown-name", at(`http://${NO_NAME}/`), forwarded(CANNOT)),
  tinyproxy("get-refused", local("http", "closed"), forwarded(CANNOT)),
  tinyproxy("get-origin", local("http", "origin"), TARGETS),
  tinyproxy("get-origins-error", unmarked, UNCLEAR),
  asks("tinyproxy-login", "tinyproxy")("connect-login", at(`https://${LOGIN}/`), WANTS_LOGIN),
  asks("tinyproxy-login", "tinyproxy")("get-login", at(`http://${LOGIN}/`), forwarded(WANTS_LOGIN)),

  apache("connect-denied", at(`https://${DENIED}/`), DENIES),
  apache("connect-login", at(`https://${LOGIN}/`), WANTS_LOGIN),
  apache("connect-unknown-name", at(`https://${NO_NAME}/`), CANNOT),
  apache("connect-refused", local("https", "closed"), CANNOT),
  // Any web server forbids in the same words.
  apache("get-denied", at(`http://${DENIED}/`), UNCLEAR),
  apache("get-login", at(`http://${LOGIN}/`), forwarded(WANTS_LOGIN)),
  apache("get-unknown-name", at(`http://${NO_NAME}/`), forwarded(CANNOT)),
  apache("get-refused", local("http", "closed"), forwarded(CANNOT)),
  apache("get-cut-off", local("http", "dead"), forwarded(CANNOT)),
  apache("get-origin", local("http", "origin"), TARGETS),
  apache("get-origins-error", unmarked, UNCLEAR),

  mitmproxy("get-refused", local("http", "closed"), forwarded(CANNOT)),
  mitmproxy("get-cut-off", local("http", "dead"), forwarded(CANNOT)),
  mitmproxy("get-origin", local("http", "origin"), TARGETS),
  // It opens every tunnel, and tells within it that it leads nowhere.
  mitmproxy(
    "connect-refused",
    local("https", "closed"),
    { shows: "proxy", answeredBy: "proxy" },
    { within: "tls" },
  ),
  asks("mitmproxy-login", "mitmproxy")("connect-login", at(`https://${LOGIN}/`), WANTS_LOGIN),
  asks("mitmproxy-login", "mitmproxy")("get-login", at(`http://${LOGIN}/`), forwarded(WANTS_LOGIN)),

  nginx("connect", at(`https://${DENIED}/`), { shows: "tunnel/proxy-refuses-tunnel", answeredBy: "proxy" }),
  nginx("get-refused", at("http://refused.test/"), forwarded(CANNOT)),
  ...["refused", "dead", "denied"].map((host) =>
    asks("nginx", undefined, "front")(`front-${host}`, at(`http://${host}.test/`), UNCLEAR),
  ),
  asks("nginx", undefined, "front")("front-origin", at("http://origin.test/"), TARGETS),

  // Its refusal has no header that names it.
  asks("haproxy", undefined)("connect-denied", at(`https://${DENIED}/`), DENIES),
  haproxy("get-refused", at("http://refused.test/"), forwarded(CANNOT)),
  ...["refused", "dead", "denied"].map((host) =>
    asks("haproxy", undefined, "front")(`front-${host}`, at(`http://${host}.test/`), UNCLEAR),
  ),
  asks("haproxy", undefined, "front")("front-origin", at("http://origin.test/"), TARGETS),
];
