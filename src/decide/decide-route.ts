import type { ClientName, Variable } from "../model/client.ts";
import { answerOf, type RouteAnswer } from "../model/route-answer.ts";
import { readHttpUrl } from "../model/url.ts";
import { askClient } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";

/** What a program was given: environment variables by name, and the options on a JVM's command line. */
export type RouteQuestion = {
  readonly client: ClientName;
  /** As the program prints it, for example `7.81.0`; the one that the model is of where it is left out. */
  readonly version?: string;
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** For `java`, as in `-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128`. */
  readonly jvmOptions?: string;
};

/**
 * Which way a client with these settings would go to a URL, and because of which of them. Looks at nothing
 * but its argument.
 *
 * @throws {TypeError} if the client is unknown, the URL is no absolute `http:` or `https:` URL with a host, the
 * version holds no number, or a setting is no string
 */
export function decideRoute(question: RouteQuestion): RouteAnswer {
  const { client, version, url, environment = {}, jvmOptions } = question;
  if (!Object.hasOwn(CLIENTS, client)) {
    throw new TypeError(`client must be one of ${Object.keys(CLIENTS).join(", ")}`);
  }
  if (typeof url !== "string" || readHttpUrl(url) === undefined) {
    throw new TypeError("url must be an absolute http: or https: URL with a host");
  }
  if (version !== undefined && !/\d/.test(version)) {
    throw new TypeError("version must hold a number, as in 7.81.0");
  }
  const texts = [...Object.values(environment), jvmOptions].filter((value) => value !== undefined);
  if (texts.some((value) => typeof value !== "string")) {
    throw new TypeError("environment and jvmOptions must hold strings");
  }
  const variables: Variable[] = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, origin: "environment" }],
  );
  if (jvmOptions !== undefined) {
    variables.push({ name: "jvmOptions", value: jvmOptions, origin: "jvmOptions", onCommandLine: true });
  }
  return answerOf(askClient(CLIENTS[client], variables, url, version));
}
