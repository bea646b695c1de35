import type { Headers, PhaseFacts } from "../../model/phase.ts";
import { isHtml, titleOf } from "./page.ts";
import type { Product, Sign } from "./product-signs.ts";
import { PRODUCTS } from "./products.ts";

/** The beginning of an answer. */
type Head = { readonly status: number; readonly headers: Headers };

/** An answer as it came, with the TLS over which it did. */
type Answered = Head & { readonly body: string; readonly tls?: PhaseFacts["tls"] | undefined };

/** The gateway that names itself in the headers of an answer of its own. */
export function gatewayInHead(head: Head): string | undefined {
  return named("gateway", (sign) => isInHead(sign, head));
}

/** The gateway that shows itself in a page, or in where it sends its visitors. */
export function gatewayInPage(answer: Answered): string | undefined {
  return named("gateway", (sign) => isInBody(sign, answer));
}

/** The gateway whose authority made one of the certificates of a chain. */
export function interceptorOf(tls: PhaseFacts["tls"] | undefined): string | undefined {
  const issuers = tls?.chain.map(({ issuer }) => issuer) ?? [];
  return named(
    "gateway",
    (sign) => "part" in sign && sign.part === "issuer" && issuers.some((issuer) => sign.matches.test(issuer)),
  );
}

/** The server whose own plain error page this is. */
export function serverOfPage(answer: Answered): string | undefined {
  return named("server", (sign) => isInBody(sign, answer));
}

/** The network of caches, before the target, that an error comes from. */
export function cdnOf(head: Head): string | undefined {
  return named("cdn", (sign) => isInHead(sign, head));
}

/** Whoever refuses a tunnel; nobody but the proxy can answer CONNECT, so that any name is its own. */
export function refuserOf(headers: Headers): string | undefined {
  const isNamed = (sign: Sign) => "header" in sign && sign.matches.test(headers[sign.header] ?? "");
  return PRODUCTS.find(({ signs }) => signs.some(isNamed))?.name;
}

/** The gateway that shows itself in an answer or in how it came. */
export function gatewayOf(answer: Answered): string | undefined {
  return gatewayInHead(answer) ?? gatewayInPage(answer) ?? interceptorOf(answer.tls);
}

/** The server that an error is written by, which may be a proxy. */
export function serverOf(answer: Answered): string | undefined {
  return serverOfPage(answer) ?? named("server", (sign) => isInHead(sign, answer));
}

/** Whether a proxy says of itself, on a page of its own, that it did not get through. */
export function saysItFailed({ body }: Answered): boolean {
  return PRODUCTS.some(({ failing }) => failing?.test(body) ?? false);
}

/** Whether a proxy passed an error on, which then is not its own. */
export function isPassedOn(head: Head): boolean {
  const via = head.headers["via"] ?? "";
  return gatewayInHead(head) === undefined && PRODUCTS.some(({ passes }) => passes?.test(via) ?? false);
}

function named(kind: Product["kind"], shows: (sign: Sign) => boolean): string | undefined {
  return PRODUCTS.find((product) => product.kind === kind && product.signs.some(shows))?.name;
}

function isInHead(sign: Sign, { status, headers }: Head): boolean {
  if (!("header" in sign) || sign.on === "tunnel" || (sign.on === "errors" && status < 400)) return false;
  return sign.matches.test(headers[sign.header] ?? "");
}

function isInBody(sign: Sign, answer: Answered): boolean {
  if ("header" in sign) return false;
  switch (sign.part) {
    case "location":
      return sign.matches.test(answer.headers["location"] ?? "");
    case "text":
      return sign.matches.test(answer.body);
    case "page":
      return isHtml(answer) && sign.matches.test(answer.body);
    case "title":
      return isHtml(answer) && sign.matches.test(titleOf(answer.body));
    case "issuer":
      return false;
  }
}
