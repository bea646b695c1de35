import { expect, test } from "vitest";
import { wordsForAsk } from "../../src/messages/network-asks.ts";
import type { Finding, FindingArgs, FindingCode } from "../../src/model/finding.ts";
import { SAMPLES } from "./sample-findings.ts";

const PROXY = "http://10.0.0.33:3128";
const E = ["ghe.example.com:443", "[::1]:22"];
const THEM = "ghe.example.com:443 and [::1]:22";

function asked<C extends FindingCode>(code: C, args: Partial<FindingArgs[C]> = {}): string {
  return wordsForAsk({ code, args: { ...SAMPLES[code], ...args } } as unknown as Finding, E);
}

test("a proxy is to run where it refuses, and to be let through to where packets are lost", () => {
  const needed = ` It is needed for ${THEM}.`;
  expect(asked("proxy-unreachable", { proxy: PROXY, failure: "refused" })).toBe(
    `See that the proxy ${PROXY} runs, and that neither it nor a firewall turns this machine away.${needed}`,
  );
  const lost = `Let this machine open TCP connections to the proxy ${PROXY} (security group, network ACL, firewall, route).${needed}`;
  expect(asked("proxy-unreachable", { proxy: PROXY, failure: "host-unreachable" })).toBe(lost);
  expect(asked("proxy-timing-out", { proxy: PROXY, where: "connecting" })).toBe(lost);
  expect(
    asked("proxy-unreachable", { proxy: "http://p.example:3128", failure: "resolver-silent" }),
  ).toContain("name servers answer this machine about p.example, the proxy http://p.example:3128");
});

test("whoever runs a proxy is told what it does, and what of it is to end", () => {
  expect(asked("proxy-timing-out", { proxy: PROXY, where: "answering" })).toContain("answers no request");
  expect(asked("proxy-timing-out", { proxy: PROXY, where: "tunnelling" })).toContain("packets of full size");
  expect(asked("proxy-denies-target", { proxy: PROXY, product: "squid" })).toBe(
    `Have the proxy ${PROXY} (squid) let this machine through to ${THEM} (https by CONNECT).`,
  );
  expect(asked("proxy-denies-port", { ports: [8443, 22] })).toContain("CONNECT to ports 8443 and 22, for");
  expect(asked("proxy-cannot-reach-target")).toContain(`resolve the names of ${THEM} and connect`);
  expect(asked("block-page", { route: PROXY })).toContain(`${THEM} pass unchanged (through ${PROXY})`);
});

test("of several ways, any will do, each with what keeps it closed", () => {
  expect(asked("target-timing-out", { routes: ["direct", PROXY] })).toBe(
    `Let this machine connect directly to ${THEM} (security group, network ACL, firewall, route); or have the proxy ${PROXY} reach them.`,
  );
  const direct = (code: "resolver-silent" | "name-not-found" | "refused" | "reset") =>
    asked("target-unreachable", { failures: [{ route: "direct", code }] });
  expect(direct("resolver-silent")).toContain(`answer it on port 53 (UDP and TCP), for ${THEM}`);
  expect(direct("name-not-found")).toContain(`know the addresses of ${THEM}`);
  expect(direct("refused")).toContain("no firewall rejects");
  expect(direct("reset")).toContain("See what cuts");
  expect(asked("target-unreachable", { failures: [{ route: PROXY, code: "proxy-redirects" }] })).toBe(
    `Have the proxy ${PROXY} reach ${THEM}.`,
  );
});

test("ports are named with their host, and of a hundred targets the first ones", () => {
  expect(asked("port-closed")).toContain(`TCP connections to ${THEM}`);
  expect(asked("console-unreachable")).toContain("the console without a tunnel");
  const many = Array.from({ length: 100 }, (_, at) => `h${at}:443`);
  const finding = { code: "port-closed", args: SAMPLES["port-closed"] } as unknown as Finding;
  expect(wordsForAsk(finding, many)).toContain("h23:443 and 76 more");
});
