import type { Client, Variable } from "../../model/client.ts";
import { readsProxy } from "../ask-client.ts";
import { javaOptions, PROXY, PROXY_VARIABLES, proxied, takesProperties, variable } from "./settings.ts";
import { NOT_ASKED, type Trait } from "./trait.ts";

const HTTP = "http://www.example.com/";
const HTTPS = "https://www.example.com/";
const VARIABLES = [...PROXY_VARIABLES, "all_proxy", "ALL_PROXY"];
const PROPERTIES = ["http.proxyHost", "https.proxyHost", "proxyHost", "socksProxyHost"];

/** What each client reads, in the order in which it looks. */
export const READING: readonly Trait[] = [
  { question: "proxy of `http:` URLs", answer: (client) => proxySettings(client, HTTP) },
  { question: "proxy of `https:` URLs", answer: (client) => proxySettings(client, HTTPS) },
  { question: "exceptions", answer: exceptionSettings },
  { question: "`https_proxy` empty, `HTTPS_PROXY` set", answer: emptyProxy },
  { question: "`no_proxy` empty, `NO_PROXY` set", answer: emptyExceptions },
];

function proxySettings(client: Client, url: string): string {
  if (takesProperties(client)) {
    const read = PROPERTIES.filter(
      (name) => client.decide([javaOptions(`-D${name}=proxy`)], url).route === "proxy",
    );
    return inOrder(read, (one, other) => {
      const decision = client.decide([javaOptions(`-D${one}=one -D${other}=other`)], url);
      return decision.route === "proxy" && decision.proxy.host === "one";
    });
  }
  const read = VARIABLES.filter((name) => readsProxy(client, name, url));
  return inOrder(read, (one, other) => {
    const decision = client.decide([variable(one, "http://one:1"), variable(other, "http://other:1")], url);
    return decision.route === "proxy" && decision.proxy.host === "one";
  });
}

function exceptionSettings(client: Client): string {
  if (takesProperties(client)) return "`http.nonProxyHosts`";
  const here = "www.example.com";
  const read = ["no_proxy", "NO_PROXY"].filter((name) => isDirect(client, variable(name, here)));
  const comesFirst = (one: string, other: string) =>
    isDirect(client, variable(one, here), variable(other, "other.corp"));
  const [one = "", other] = read;
  if (other !== undefined && comesFirst(one, other) && comesFirst(other, one)) {
    return `\`${one}\` and \`${other}\` together`;
  }
  return inOrder(read, comesFirst);
}

function emptyProxy(client: Client): string {
  if (takesProperties(client) || !readsProxy(client, "HTTPS_PROXY", HTTPS)) return NOT_ASKED;
  const { route } = client.decide([variable("https_proxy", ""), variable("HTTPS_PROXY", PROXY)], HTTPS);
  return route === "proxy" ? "counts as unset" : "hides it: direct";
}

function emptyExceptions(client: Client): string {
  if (!isDirect(client, variable("NO_PROXY", "www.example.com"))) return NOT_ASKED;
  return isDirect(client, variable("no_proxy", ""), variable("NO_PROXY", "www.example.com"))
    ? "counts as unset"
    : "hides it: no exceptions";
}

function isDirect(client: Client, ...exceptions: readonly Variable[]): boolean {
  return !takesProperties(client) && client.decide([...proxied, ...exceptions], HTTP).route === "direct";
}

function inOrder(names: readonly string[], comesFirst: (one: string, other: string) => boolean): string {
  return [...names]
    .sort((one, other) => (comesFirst(one, other) ? -1 : 1))
    .map((name) => `\`${name}\``)
    .join(", ");
}
