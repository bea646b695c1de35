import { describe, expect, test } from "vitest";
import type { PortSight, PortState, TunnelPort } from "../../src/model/tunnel.ts";
import { advise, type Circumstances } from "../../src/tunnel/advise.ts";

const PROXY = "http://10.0.0.33:3128";
const SECURE = "https://proxy.example.com:3129";
const serves: PortState = { kind: "serves" };
const silent: PortState = { kind: "fails", code: "timed-out", phase: "tcp" };
const denied: PortState = { kind: "fails", code: "proxy-denied", phase: "tunnel", status: 403 };

function sight(port: TunnelPort, route: string, state: PortState): PortSight {
  return { port, host: "10.0.1.238", number: port === "ssh" ? 22 : 8800, route, state, ms: 1 };
}

const USUAL: Circumstances = {
  services: "10.0.1.238",
  consolePort: 8800,
  isOnTheBox: false,
  user: "ubuntu",
  sights: [sight("replicated-ui", "direct", silent), sight("ssh", "direct", serves)],
  here: { wanted: 8800, port: 8800 },
  logins: new Map(),
  installed: ["nc", "ncat"],
  hasSsh: true,
  own: ["proxy-doctor", "proxy-command"],
};
const behind = (proxy: string): Pick<Circumstances, "sights"> => ({
  sights: [
    sight("replicated-ui", "direct", silent),
    sight("replicated-ui", proxy, denied),
    sight("ssh", "direct", silent),
    sight("ssh", proxy, serves),
  ],
});
const bastion = { host: "bastion.example.com", user: "admin", port: 2222 };

describe("the command", () => {
  test.each<[string, Partial<Circumstances>, string]>([
    ["as usual", {}, "ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238"],
    [
      "another local port",
      { here: { wanted: 8800, port: 8803 } },
      "ssh -N -L 8803:localhost:8800 ubuntu@10.0.1.238",
    ],
    [
      "user, key and port",
      { user: "ec2-user", identity: "/home/me/my key.pem", sshPort: 2200 },
      "ssh -N -L 8800:localhost:8800 -p 2200 -i '/home/me/my key.pem' ec2-user@10.0.1.238",
    ],
    ["IPv6", { services: "fd00::1" }, "ssh -N -L 8800:localhost:8800 ubuntu@fd00::1"],
    [
      "a bastion",
      { bastion, sights: [sight("bastion", "direct", serves)] },
      "ssh -N -L 8800:localhost:8800 -J admin@bastion.example.com:2222 ubuntu@10.0.1.238",
    ],
    [
      "a bastion with an IPv6 address and nothing else",
      { bastion: { host: "fd00::2" }, sights: [sight("bastion", "direct", serves)] },
      "ssh -N -L 8800:localhost:8800 -J '[fd00::2]' ubuntu@10.0.1.238",
    ],
    [
      "a proxy, with nc",
      behind(PROXY),
      "ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=nc -X connect -x 10.0.0.33:3128 %h %p' ubuntu@10.0.1.238",
    ],
    [
      "a proxy, with ncat",
      { ...behind(PROXY), installed: ["ncat", "corkscrew"] },
      "ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=ncat --proxy 10.0.0.33:3128 --proxy-type http %h %p' ubuntu@10.0.1.238",
    ],
    [
      "a proxy, with corkscrew",
      { ...behind(PROXY), installed: ["corkscrew"] },
      "ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=corkscrew 10.0.0.33 3128 %h %p' ubuntu@10.0.1.238",
    ],
    [
      "a proxy, with nothing installed",
      { ...behind(PROXY), installed: [] },
      `ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=proxy-doctor proxy-command ${PROXY} %h %p' ubuntu@10.0.1.238`,
    ],
    [
      "a proxy that is spoken to over TLS",
      behind(SECURE),
      `ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=proxy-doctor proxy-command ${SECURE} %h %p' ubuntu@10.0.1.238`,
    ],
    [
      "a proxy with a login: no user's name either",
      {
        ...behind("http://alice@10.0.0.33:3128"),
        logins: new Map([["http://alice@10.0.0.33:3128", "settings" as const]]),
      },
      `ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=proxy-doctor proxy-command ${PROXY} %h %p' ubuntu@10.0.1.238`,
    ],
    [
      "a path that holds what ssh would take for a token",
      { ...behind(PROXY), installed: [], own: ["/opt/100%/proxy-doctor"] },
      `ssh -N -L 8800:localhost:8800 -o 'ProxyCommand=/opt/100%%/proxy-doctor ${PROXY} %h %p' ubuntu@10.0.1.238`,
    ],
    [
      "no way: the command for where there is one",
      { sights: [sight("ssh", "direct", silent), sight("ssh", PROXY, denied)] },
      "ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238",
    ],
    [
      "the direct way where both are open",
      { sights: [sight("ssh", PROXY, serves), sight("ssh", "direct", serves)] },
      "ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238",
    ],
    [
      "on the box, for others, whatever is seen there",
      { isOnTheBox: true, ...behind(PROXY) },
      "ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238",
    ],
    [
      "a console that listens on the box's own address alone",
      {
        isOnTheBox: true,
        sights: [
          sight("replicated-ui", "direct", serves),
          sight("here", "direct", { ...silent, code: "refused" }),
        ],
      },
      "ssh -N -L 8800:10.0.1.238:8800 ubuntu@10.0.1.238",
    ],
  ])("%s", (_, changed, command) => {
    expect(advise({ ...USUAL, ...changed }).command).toBe(command);
  });

  test("through a proxy to a bastion: what the inner ssh is to read passes the outer one", () => {
    const sights = [sight("bastion", "direct", silent), sight("bastion", PROXY, serves)];
    const { words } = advise({ ...USUAL, bastion, sights });
    expect(words.slice(4)).toEqual([
      "-o",
      "ProxyCommand=ssh -W '[%h]:%p' -p 2222 -o 'ProxyCommand=nc -X connect -x 10.0.0.33:3128 %%h %%p' admin@bastion.example.com",
      "ubuntu@10.0.1.238",
    ]);
  });
});

test("what to open is the near end, and without a tunnel the console itself", () => {
  const advice = advise({ ...USUAL, services: "fd00::1", here: { wanted: 8800, port: 8801 } });
  expect(advice.address).toBe("https://localhost:8801");
  expect(advice.consoleAddress).toBe("https://[fd00::1]:8800");
});

test("a console at the near end is a tunnel that stands, but on the box", () => {
  const sights = [...USUAL.sights, sight("here", "direct", serves)];
  expect(advise({ ...USUAL, sights }).isOpenAlready).toBe(true);
  expect(advise({ ...USUAL, sights, isOnTheBox: true }).isOpenAlready).toBe(false);
});
