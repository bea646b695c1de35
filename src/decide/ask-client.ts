import type { Client, ClientDecision, Environment, Variable } from "../model/client.ts";
import { onceFor } from "../model/once-for.ts";
import { step } from "./clients/common/settings.ts";

/** A value that every client can use. */
const USABLE = "http://proxy.invalid:3128";
/** Whatever a client reads, it has a proxy with these. */
export const ANY_PROXY: Environment = [
  ...["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"].map((name) => variable(name, USABLE)),
  variable("JAVA_TOOL_OPTIONS", "-Dhttp.proxyHost=proxy.invalid -Dhttps.proxyHost=proxy.invalid"),
];

/**
 * Which way a client goes, with what a person may take to have decided besides: settings that the client does not
 * read, and an empty one that hides another. Both are asked of the model, by leaving the one or the other out.
 *
 * @param version of the client; the one that its model is of where it is left out
 */
export function askClient(
  client: Client,
  environment: Environment,
  url: string,
  version: string | undefined,
): ClientDecision {
  const ask = (variables: Environment) => client.decide(variables, url, version);
  const decision = ask(environment);
  const hiding = environment
    .filter(mayHide)
    .filter((each) => ask(environment.filter((other) => other !== each)).route !== decision.route)
    .filter((each) => !decision.because.some(({ setting }) => setting === each.name));
  const because = [
    ...decision.because,
    ...hiding.map((each) => step(each, "hides", each.value === "" ? "" : undefined)),
    ...overlooked(client, environment, url, decision).map((each) => step(each, "overlooked")),
  ];
  return { ...decision, because };
}

/** Those that name a proxy where a client goes direct for want of one, those that list exceptions where it does not. */
function overlooked(
  client: Client,
  environment: Environment,
  url: string,
  { route, because }: ClientDecision,
): Environment {
  const unread = (names: RegExp, reads: (client: Client, name: string, url: string) => boolean) =>
    environment.filter(({ name, value }) => names.test(name) && value !== "" && !reads(client, name, url));
  if (route !== "direct") return unread(/^no_proxy$/i, readsExceptions);
  return because.length === 0 ? unread(namesOfProxies(client, url), readsProxy) : [];
}

/** Whether a variable can send a client's request to a proxy, and does so with others `besides`. */
export function readsProxy(
  client: Client,
  name: string,
  url: string,
  besides: readonly EmptyVariable[] = [],
): boolean {
  const ask = () => {
    const variables = [variable(name, USABLE), ...besides.map(empty)];
    return client.decide(variables, ordinary(url)).route !== "direct";
  };
  return remembered(client, ["proxy", ordinary(url), name, ...besides], ask);
}

/** Whether a variable can keep a client's request off the proxy, and does so with others `besides`. */
export function readsExceptions(
  client: Client,
  name: string,
  url: string,
  besides: readonly EmptyVariable[] = [],
): boolean {
  const ask = () => {
    const variables = [...ANY_PROXY, variable(name, ORDINARY_HOST), ...besides.map(empty)];
    return client.decide(variables, ordinary(url)).route === "direct";
  };
  return remembered(client, ["exceptions", ordinary(url), name, ...besides], ask);
}

/** The most that is kept of what a client makes of names, and the longest of them: a few are asked for with every target. */
const MOST_QUESTIONS = 200;
const LONGEST_QUESTION = 500;

const answersOf = onceFor((_client: Client) => new Map<string, boolean>());

function remembered(client: Client, question: readonly string[], ask: () => boolean): boolean {
  const answers = answersOf(client);
  const key = question.join("\n");
  const answer = answers.get(key) ?? ask();
  if (answers.size < MOST_QUESTIONS && key.length <= LONGEST_QUESTION) answers.set(key, answer);
  return answer;
}

/** The name of a variable that is set to nothing. */
type EmptyVariable = string;

function empty(name: EmptyVariable): Variable {
  return variable(name, "");
}

/** What a variable's name can do is asked with a host of which no client has doubts. */
const ORDINARY_HOST = "www.example.com";

function ordinary(url: string): string {
  return `${/^https:/i.test(url) ? "https" : "http"}://${ORDINARY_HOST}/`;
}

/** The variables by which people mean to name a proxy for a URL; to the JVM, also those that only wrapper scripts read. */
function namesOfProxies({ bypass }: Client, url: string): RegExp {
  const scheme = /^https:/i.test(url) ? "https" : "http";
  return new RegExp(`^((${scheme}|all)_proxy${bypass === "nonProxyHosts" ? "|JVM_OPTS" : ""})$`, "i");
}

/** An empty variable, and the mark of a web server's program. */
function mayHide({ name, value }: Variable): boolean {
  return name === "REQUEST_METHOD" || (value === "" && /^((https?|all|no)_proxy)$/i.test(name));
}

function variable(name: string, value: string): Variable {
  return { name, value, origin: "" };
}
