import type { FindingArgs } from "../model/finding.ts";
import type { ProxyUse } from "../model/finding-parts.ts";
import { scriptIn } from "../model/route.ts";
import { readsJavaOptions, theComponents } from "./components.ts";
import { FAILURE_MEANINGS, failureWords } from "./failures.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, byRoute, sentence, sentences } from "./phrases.ts";
import { theSetting } from "./setting-places.ts";

/** Ids and places in a sentence; the report has them all. */
const MOST_TARGETS = 6;
const MOST_PLACES = 5;

/** The settings that name a proxy, and that nobody goes by them where that is so. */
export function namedBy({ sources, components }: ProxyUse): string {
  return sentences(
    sources.length === 0
      ? "No setting of this machine names it"
      : `It is named by ${abridged(sources.map(placed), MOST_PLACES)}`,
    components.length === 0 ? "No component of this machine goes through it" : "",
  );
}

/** A source as reports spell it, in the words that the causes of a way have for it. */
function placed(source: string): string {
  return source.replace(/\(environment\)$/, "(this shell's environment)");
}

const RIGHT_ADDRESS = "If the address is wrong, correct it where it is set.";
const MORE_TIME = "Measure again with --timeout 15, in case the proxy is merely slow.";

/** A proxy to which no connection comes about, or that cuts every one before it answers. */
export function proxyUnreachable(args: FindingArgs["proxy-unreachable"]): FindingWords {
  const { proxy, failure, alert, where } = args;
  if (where === "answering") return cuttingProxy(args);
  const script = scriptIn(proxy);
  if (script !== undefined) return failingScript(script, args);
  return {
    what: `The proxy ${proxy} cannot be reached (${failureWords(failure, alert)}), and with it nothing that goes through it.`,
    why: sentences(FAILURE_MEANINGS[failure], namedBy(args)),
    before: RIGHT_ADDRESS,
    remedy: `${RIGHT_ADDRESS} If it is right, ask whoever runs the proxy to start it and to let this machine connect to ${proxy}.`,
  };
}

/** A script that names no proxy, or only such as cannot be reached. */
function failingScript(script: string, args: FindingArgs["proxy-unreachable"]): FindingWords {
  const { failure, alert, said } = args;
  if (failure === "pac-failed") {
    return {
      what: `The PAC script ${script} cannot be fetched or run, so that nothing can go through the proxies that it is to name.`,
      why: sentences(
        said === undefined ? FAILURE_MEANINGS[failure] : `running it says: ${said}`,
        namedBy(args),
      ),
      remedy: `Correct the URL where the script lies elsewhere; if it is right, have the script mended by whoever writes it.`,
    };
  }
  return {
    what: `The proxies that the PAC script ${script} names cannot be reached (${failureWords(failure, alert)}), and with them nothing that the script sends through them.`,
    why: sentences(FAILURE_MEANINGS[failure], namedBy(args)),
    remedy: `Ask whoever writes the script whether it is up to date. If it is, ask whoever runs the proxies that it names to start them and to let this machine connect to them.`,
  };
}

function cuttingProxy(args: FindingArgs["proxy-unreachable"]): FindingWords {
  const { proxy, failure } = args;
  return {
    what: `The proxy ${proxy} accepts connections and cuts every one before it answers (${failureWords(failure, undefined)}), and with it everything that goes through it.`,
    why: sentences(
      "Several hosts end alike, so the trouble is the proxy's or lies on the way to it: it may let in certain addresses only, expect TLS or SOCKS at this port, or be no proxy",
      namedBy(args),
    ),
    before: RIGHT_ADDRESS,
    remedy: `${RIGHT_ADDRESS} If it is right, ask whoever runs the proxy ${proxy} why it ends this machine's connections, and to let this machine use it.`,
  };
}

/** A proxy that answers nothing, or to which connecting takes for ever. */
export function proxyTimingOut(args: FindingArgs["proxy-timing-out"]): FindingWords {
  const { proxy, where } = args;
  if (where === "asking-script") {
    return {
      what: `The PAC script ${scriptIn(proxy)} names no proxy in time, so that nothing can go through the proxies that it is to name.`,
      why: sentences(
        "it cannot be fetched in time, or it runs on and on, as a loop without an end does",
        namedBy(args),
      ),
      before: MORE_TIME,
      remedy: `${MORE_TIME} Then have the script mended by whoever writes it, or its server by whoever runs that.`,
    };
  }
  if (where === "connecting") {
    return {
      what: `Connecting to the proxy ${proxy} times out, and with it everything that goes through it.`,
      why: sentences(FAILURE_MEANINGS["timed-out"], namedBy(args)),
      before: RIGHT_ADDRESS,
      remedy: `${RIGHT_ADDRESS} If it is right, ask the network team to let this machine open TCP connections to ${proxy}.`,
    };
  }
  if (where === "tunnelling") {
    return {
      what: `The proxy ${proxy} opens tunnels, but in none of them a TLS handshake is answered in time.`,
      why: sentences(
        "Several hosts time out alike, so the trouble is the proxy's, behind it or on the way to it",
        "A handshake is the first to need packets of full size; where these are lost (path MTU), what is small still passes",
        namedBy(args),
      ),
      before: MORE_TIME,
      remedy: `${MORE_TIME} Then ask the network team whether packets of full size pass between this machine and ${proxy} (equal MTUs, or ICMP type 3 code 4 let through). If they do, ask whoever runs the proxy whether it may call port 443 of the internet.`,
    };
  }
  return {
    what: `The proxy ${proxy} accepts connections, but no request through it is answered in time.`,
    why: sentences(
      "Several hosts time out alike, so the trouble is the proxy's or lies behind it",
      namedBy(args),
    ),
    remedy: `Ask whoever runs the proxy ${proxy} whether it can resolve names and reach the internet from where it stands.`,
  };
}

/** What listens at the proxy's address, and is none. */
export function notAProxy(args: FindingArgs["not-a-proxy"]): FindingWords {
  const { proxy } = args;
  return {
    what: `What listens at ${proxy} is no HTTP proxy, and nothing that goes through it arrives.`,
    why: sentences(FAILURE_MEANINGS["not-a-proxy"], namedBy(args)),
    remedy:
      "Ask for the proxy's host and port, and correct the address where it is set. A web server, a load balancer and a proxy's own administration pages listen on ports of their own.",
  };
}

/** A page of someone else in the place of a target. */
export function blockPage(args: FindingArgs["block-page"]): FindingWords {
  const { route, targets, status, issuer, product } = args;
  const whose = product === undefined ? "a filter's or a login page, most likely" : `a page of ${product}`;
  return {
    what: `Someone else answers in place of ${abridged(targets, MOST_TARGETS)} (${byRoute(route)}): ${whose}.`,
    why: sentences(
      `${status === undefined ? "The answer" : `The answer has status ${status} and`} bears none of the marks of the real service`,
      issuer === undefined ? "" : `Its certificate was issued by ${issuer}`,
    ),
    remedy: `Ask whoever runs the filter ${route === "direct" ? "on the direct way" : `behind ${route}`} to let these hosts through unchanged, without a login page and without opening TLS.`,
  };
}

/** A setting of which a client can make no proxy. */
export function proxyUrlMalformed(args: FindingArgs["proxy-url-malformed"]): FindingWords {
  const { setting, source, why, components } = args;
  const name = setting === "" ? "A proxy setting" : setting;
  return {
    what: `${theSetting(name, source)} cannot be used as a proxy by ${theComponents(components)}.`,
    why: sentence(`the reason is: ${why}`),
    remedy: components.every(readsJavaOptions) ? JAVA_PROXY : PROXY_URL,
  };
}

const JAVA_PROXY =
  "Give -Dhttp.proxyHost and -Dhttps.proxyHost the host alone, without http:// and without a port, and the port to -Dhttp.proxyPort and -Dhttps.proxyPort.";
const PROXY_URL =
  "Write it as http://HOST:PORT, with a login as http://USER:PASSWORD@HOST:PORT, special characters percent-encoded; no quotes, blanks or < > within the value.";
