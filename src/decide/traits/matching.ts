import { withExceptions } from "./settings.ts";
import type { Trait } from "./trait.ts";

/** A list of exceptions, and a host that it may keep off the proxy. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["example.com", "example.com"],
  ["example.com", "www.example.com"],
  ["example.com", "notexample.com"],
  [".example.com", "example.com"],
  [".example.com", "www.example.com"],
  ["*.example.com", "example.com"],
  ["*.example.com", "www.example.com"],
  ["EXAMPLE.com", "example.com"],
  ["example.com.", "example.com"],
  ["*", "example.com"],
  ["other.corp,*", "example.com"],
  ["example.com:80", "example.com"],
  ["example.com:443", "example.com"],
  ["example.com:8080", "example.com:8080"],
  ["other.corp, example.com", "example.com"],
  ["other.corp example.com", "example.com"],
  ["169.254.169.254", "169.254.169.254"],
  ["10.0.0.0/16", "10.0.1.5"],
  ["10.0.*", "10.0.1.5"],
  ["1.5", "10.0.1.5"],
  ["fd00:ec2::254", "[fd00:ec2::254]"],
  ["[fd00:ec2::254]", "[fd00:ec2::254]"],
  ["fd00::/8", "[fd00:ec2::254]"],
  ["", "localhost"],
  ["", "127.0.0.1"],
];

/** Whether a list keeps `http:` requests to a host off the proxy. In lists of the JVM `|` stands for the comma. */
export const MATCHING: readonly Trait[] = PAIRS.map(([list, host]) => ({
  question: list === "" ? `no list: ${host}` : `\`${list}\`: ${host}`,
  answer: (client) => {
    const { route } = client.decide(withExceptions(client, list), `http://${host}/`);
    return route === "direct" ? "**direct**" : "proxy";
  },
}));
