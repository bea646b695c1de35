import { describe, expect, test } from "vitest";
import type {
  ConsoleCause,
  PortSight,
  PortState,
  TunnelAdvice,
  TunnelPort,
} from "../../../src/model/tunnel.ts";
import { renderTunnel } from "../../../src/render/terminal/tunnel-sheet.ts";
import { advise } from "../../../src/tunnel/advise.ts";

const PROXY = "http://alice@proxy-with-a-long-name.corp.example.com:3128";
const serves: PortState = { kind: "serves", says: "SSH-2.0-OpenSSH_8.2p1 Ubuntu-4ubuntu0.11" };
const silent: PortState = { kind: "fails", code: "timed-out", phase: "tcp" };
const denied: PortState = { kind: "fails", code: "proxy-denied", phase: "tunnel", status: 403 };

function sight(port: TunnelPort, number: number, route: string, state: PortState, ms: number): PortSight {
  return { port, host: "10.0.1.238", number, route, state, ms };
}

/** The console dropped directly and denied by the proxy; what else is so is for the test to say. */
function adviceWith(ssh: PortState, sshProxied: PortState): TunnelAdvice {
  return advise({
    services: "10.0.1.238",
    consolePort: 8800,
    isOnTheBox: false,
    user: "ubuntu",
    sights: [
      sight("replicated-ui", 8800, "direct", silent, 5000),
      sight("replicated-ui", 8800, PROXY, denied, 3),
      sight("ssh", 22, "direct", ssh, 12),
      sight("ssh", 22, PROXY, sshProxied, 30),
    ],
    here: { wanted: 8800, port: 8801 },
    logins: new Map(),
    installed: ["nc"],
    hasSsh: true,
    own: ["proxy-doctor", "proxy-command"],
  });
}

const linesOf = (advice: TunnelAdvice, width: number, detail: "full" | "findings-only" = "full") =>
  renderTunnel(advice, { width, colour: false, detail }).split("\n");

test("the first lines say whether, why, what to type and what to open", () => {
  expect(linesOf(adviceWith(serves, denied), 80).slice(0, 9)).toEqual([
    "✗ What goes from here to port 8800 of 10.0.1.238 is dropped: silence for 5.0 s,",
    "while port 22 answers after 12 ms (SSH-2.0-OpenSSH_8.2p1 Ubuntu-4ubuntu0.11).",
    "Silence on one port alone is a filter's: a security group without a rule for it,",
    "a network ACL, or a firewall on the way.",
    "To have it open without a tunnel, allow TCP 8800 from this machine's address in",
    "the security group of the Services machine.",
    "",
    "type:  ssh -N -L 8801:localhost:8800 ubuntu@10.0.1.238",
    "open:  https://localhost:8801 while it runs",
  ]);
});

test("what answers through the proxy alone is not said to be off", () => {
  const told = renderTunnel(adviceWith(silent, serves), { width: 1000, colour: false, detail: "full" });
  expect(told).toMatch(
    /The machine is there: port 22 answers .* through http:\/\/\S+:3128\. What goes to it directly/,
  );
  expect(told).not.toContain("the machine is off");
});

test("quiet leaves the verdict, the command and the address", () => {
  const lines = linesOf(adviceWith(silent, serves), 80, "findings-only");
  expect(lines.filter(Boolean)).toHaveLength(4);
  expect(lines.at(3)).toMatch(/^type: {2}ssh -N -L .* ubuntu@10\.0\.1\.238$/);
});

describe("every cause", () => {
  const CAUSES = {
    answers: "no tunnel is needed",
    "only-through-proxy": "not directly",
    dropped: "is dropped",
    rejected: "turned away",
    "not-listening": "Nothing listens",
    "loopback-only": "loopback alone",
    mute: "then nothing comes",
    "not-https": "does not speak HTTPS",
    "another-answers": "Someone else answers",
    "name-unknown": "leads nowhere",
    "all-silent": "does not answer from here",
    "no-way": "No way leads",
    unmeasured: "is not known",
  } as const satisfies Record<ConsoleCause, string>;
  const causes = Object.keys(CAUSES) as readonly ConsoleCause[];

  test.each(causes)("%s has its own words, in lines that fit but for the command", (cause) => {
    for (const ways of [adviceWith(silent, serves), adviceWith(silent, denied)]) {
      for (const width of [40, 60, 80, 120]) {
        const lines = linesOf({ ...ways, cause }, width);
        expect(lines.join(" ").replace(/ +/g, " ")).toContain(CAUSES[cause]);
        expect(lines.filter((line) => line.length > width && !line.startsWith("type:"))).toEqual([]);
      }
    }
  });
});
