import type { Client, ClientDecision } from "../../model/client.ts";
import { PROXY, PROXY_VARIABLES, takesProperties, variable } from "./settings.ts";
import { NOT_ASKED, type Trait } from "./trait.ts";

const TYPED = [
  "http://proxy.corp:3128",
  "http://proxy.corp:3128/",
  "http://proxy.corp:3128/path",
  "proxy.corp:3128",
  "http://proxy.corp",
  "proxy.corp",
  "https://proxy.corp:3128",
  "HTTP://PROXY.CORP:3128",
  "socks5://proxy.corp:1080",
  "http://proxy.corp:3128 ",
  '"http://proxy.corp:3128"',
  "http://user:p@ss@proxy.corp:3128",
  "http://user:p%ss@proxy.corp:3128",
  "http://<proxy-ip>:3128",
  ":3128",
  "DIRECT",
];

/** What a value of the variables that name a proxy is taken for, by `http:` and, where it differs, `https:` requests. */
export const VALUES: readonly Trait[] = TYPED.map((value) => ({
  question: `\`${value.replace(/ $/, "␠")}\``,
  answer: (client) => (takesProperties(client) ? NOT_ASKED : meaningOf(client, value)),
}));

function meaningOf(client: Client, value: string): string {
  const variables = PROXY_VARIABLES.map((name) => variable(name, value));
  const answers = ["http", "https"].map((scheme) =>
    describe(value, client.decide(variables, `${scheme}://www.example.com/`)),
  );
  return [...new Set(answers)].join(" / ");
}

function describe(value: string, decision: ClientDecision): string {
  switch (decision.route) {
    case "direct":
      return "**direct**";
    case "invalid":
      return "error";
    case "proxy": {
      const { scheme, host, port } = decision.proxy;
      const url = `${scheme}://${host}:${port}`;
      const isMeant = url === PROXY && !/^(https|socks)/.test(value);
      return isMeant ? "as meant" : url;
    }
  }
}
