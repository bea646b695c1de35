import { expect, test } from "vitest";
import { wordsForReasons } from "../../src/messages/because.ts";
import type { Because } from "../../src/model/client.ts";
import type { RoutingDecision } from "../../src/model/decision.ts";

const proxies: Because = { setting: "https_proxy", source: "environment", effect: "proxies" };
const nearly: Because = {
  setting: "NO_PROXY",
  source: "/etc/environment:4",
  entry: "10.0.0.0/16",
  effect: "nearly-bypasses",
};

function decided(client: RoutingDecision["client"], ...because: readonly Because[]): RoutingDecision {
  return { component: "shell-commands", client, target: "s3/global", route: { kind: "direct" }, because };
}

test("each setting is named once, with all clients that an entry misses", () => {
  expect(
    wordsForReasons([decided("java", proxies, nearly), decided("curl", nearly), decided("java", nearly)]),
  ).toEqual([
    "https_proxy (this shell's environment) names the proxy",
    "10.0.0.0/16 in NO_PROXY (/etc/environment:4) looks like a match, but not to Java and curl",
  ]);
});

test("an entry that keeps traffic off the proxy is told from one that fails to", () => {
  expect(wordsForReasons([decided("go", { ...nearly, effect: "bypasses" })])).toEqual([
    "10.0.0.0/16 in NO_PROXY (/etc/environment:4) keeps it off the proxy",
  ]);
});
