import { describe, expect, test } from "vitest";
import type { FailureCode, PhaseName } from "../../src/model/phase.ts";
import type { ConsoleCause, PortSight, PortState, TunnelPort } from "../../src/model/tunnel.ts";
import { causeOf } from "../../src/tunnel/cause.ts";

const PROXY = "http://10.0.0.33:3128";
const serves: PortState = { kind: "serves" };
const another: PortState = { kind: "another-answers" };
const fails = (code: FailureCode, phase: PhaseName = "tcp"): PortState => ({ kind: "fails", code, phase });

type Shown = Partial<Record<TunnelPort, PortState>> & {
  readonly proxied?: PortState;
  readonly sshProxied?: PortState;
};

function sightsOf({ proxied, sshProxied, ...direct }: Shown): readonly PortSight[] {
  const at = (port: TunnelPort, route: string, state: PortState) =>
    ({ port, host: "10.0.1.238", number: 8800, route, state, ms: 1 }) as const;
  const ports = ["replicated-ui", "ssh", "here"] as const;
  return [
    ...ports.flatMap((port) => (direct[port] === undefined ? [] : [at(port, "direct", direct[port])])),
    ...(proxied === undefined ? [] : [at("replicated-ui", PROXY, proxied)]),
    ...(sshProxied === undefined ? [] : [at("ssh", PROXY, sshProxied)]),
  ];
}

describe("from elsewhere", () => {
  test.each<[string, Shown, ConsoleCause]>([
    ["it answers", { "replicated-ui": serves }, "answers"],
    [
      "it answers, and not through the proxy",
      { "replicated-ui": serves, proxied: fails("proxy-denied", "tunnel") },
      "answers",
    ],
    [
      "the proxy alone leads there",
      { "replicated-ui": fails("timed-out"), ssh: serves, proxied: serves },
      "only-through-proxy",
    ],
    ["silence, and sshd speaks", { "replicated-ui": fails("timed-out"), ssh: serves }, "dropped"],
    [
      "silence, and the machine refuses 22",
      { "replicated-ui": fails("timed-out"), ssh: fails("refused") },
      "dropped",
    ],
    ["silence, and another program on 22", { "replicated-ui": fails("timed-out"), ssh: another }, "dropped"],
    [
      "silence, and 22 takes connections and is mute",
      { "replicated-ui": fails("timed-out"), ssh: fails("timed-out", "response") },
      "dropped",
    ],
    [
      "silence, and sshd speaks through the proxy",
      { "replicated-ui": fails("timed-out"), ssh: fails("timed-out"), sshProxied: serves },
      "all-silent",
    ],
    [
      "silence, and the proxy's own word for 22",
      { "replicated-ui": fails("timed-out"), ssh: fails("timed-out"), sshProxied: another },
      "all-silent",
    ],
    ["silence everywhere", { "replicated-ui": fails("timed-out"), ssh: fails("timed-out") }, "all-silent"],
    [
      "silence, and 22 not measured",
      { "replicated-ui": fails("timed-out"), ssh: { kind: "unmeasured", why: "" } },
      "all-silent",
    ],
    ["refused", { "replicated-ui": fails("refused"), ssh: serves }, "not-listening"],
    [
      "refused, and 22 silent",
      { "replicated-ui": fails("refused"), ssh: fails("timed-out") },
      "not-listening",
    ],
    ["unreachable, and sshd speaks", { "replicated-ui": fails("host-unreachable"), ssh: serves }, "rejected"],
    [
      "unreachable altogether",
      { "replicated-ui": fails("network-unreachable"), ssh: fails("network-unreachable") },
      "no-way",
    ],
    ["no such name", { "replicated-ui": fails("name-not-found", "dns") }, "name-unknown"],
    ["silent name servers", { "replicated-ui": fails("resolver-silent", "dns") }, "name-unknown"],
    ["taken and silent", { "replicated-ui": fails("timed-out", "tls"), ssh: serves }, "mute"],
    ["cut in the handshake", { "replicated-ui": fails("reset", "tls"), ssh: serves }, "mute"],
    ["plain HTTP", { "replicated-ui": fails("not-tls", "tls"), ssh: serves }, "not-https"],
    ["a filter's page", { "replicated-ui": another, ssh: serves }, "another-answers"],
    ["not measured", { "replicated-ui": { kind: "unmeasured", why: "" } }, "unmeasured"],
    ["nothing measured", {}, "unmeasured"],
    [
      "a tunnel that stands is no console there",
      { "replicated-ui": fails("refused"), here: serves },
      "not-listening",
    ],
  ])("%s", (_, shown, cause) => expect(causeOf(sightsOf(shown), false)).toBe(cause));
});

describe("on the box", () => {
  test.each<[string, Shown, ConsoleCause]>([
    ["on every address", { "replicated-ui": serves, here: serves }, "answers"],
    ["on loopback alone", { "replicated-ui": fails("refused"), here: serves }, "loopback-only"],
    ["nowhere", { "replicated-ui": fails("refused"), here: fails("refused") }, "not-listening"],
  ])("%s", (_, shown, cause) => expect(causeOf(sightsOf(shown), true)).toBe(cause));
});
