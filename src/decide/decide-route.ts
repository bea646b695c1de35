import type { Because, ClientDecision, ClientName, Variable } from "../model/client.ts";
import type { ProxyScheme } from "../model/route.ts";
import { readUrl } from "../model/url.ts";
import { CLIENTS } from "./clients/index.ts";

/** What a program was given: environment variables by name, and the options on a JVM's command line. */
export type RouteQuestion = {
  readonly client: ClientName;
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** For `java`, as in `-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128`. */
  readonly jvmOptions?: string;
};

/** The way a client would go. `proxy` is `host:port`, IPv6 within brackets. */
export type RouteAnswer =
  | { readonly route: "direct"; readonly because: readonly Because[] }
  | {
      readonly route: "proxy";
      readonly proxy: string;
      readonly scheme: ProxyScheme;
      readonly because: readonly Because[];
    }
  | { readonly route: "invalid"; readonly why: string; readonly because: readonly Because[] };

/**
 * Which way a client with these settings would go to a URL, and because of which of them. Looks at nothing
 * but its argument.
 *
 * @throws {TypeError} if the client is unknown or the URL is no absolute `http:` or `https:` URL with a host
 */
export function decideRoute(question: RouteQuestion): RouteAnswer {
  const { client, url, environment = {}, jvmOptions } = question;
  if (!Object.hasOwn(CLIENTS, client)) {
    throw new TypeError(`client must be one of ${Object.keys(CLIENTS).join(", ")}`);
  }
  if (!isHttpUrl(url)) throw new TypeError("url must be an absolute http: or https: URL with a host");
  const variables: Variable[] = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, origin: "environment" }],
  );
  if (jvmOptions !== undefined) {
    variables.push({ name: "jvmOptions", value: jvmOptions, origin: "jvmOptions", onCommandLine: true });
  }
  return answer(CLIENTS[client].decide(variables, url));
}

function isHttpUrl(url: string): boolean {
  return readUrl(url) !== undefined && /^https?:\/\/[^/?#]/i.test(url);
}

function answer(decision: ClientDecision): RouteAnswer {
  if (decision.route !== "proxy") return decision;
  const { scheme, host, port } = decision.proxy;
  const proxy = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  return { route: "proxy", proxy, scheme, because: decision.because };
}
