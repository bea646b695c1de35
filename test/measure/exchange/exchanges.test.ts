import { describe, expect, test } from "vitest";
import { ask, course, gist, phaseOf } from "../../rig/measuring.ts";
import { startPeer, type Talk } from "../../rig/peer.ts";
import { startHttpProxy, startSocksProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const says = (status: string, headers: readonly string[] = [], body = "") =>
  talk.says(talk.answer(status, headers, body));

/** The routes by a name; each starts what it needs. */
const ROUTES = {
  direct: async () => undefined,
  http: async () => `http://127.0.0.1:${(await startHttpProxy()).port}`,
  socks5h: async () => `socks5h://127.0.0.1:${(await startSocksProxy()).port}`,
  socks4a: async () => `socks4a://127.0.0.1:${(await startSocksProxy()).port}`,
};
type RouteName = keyof typeof ROUTES;
const ROUTE_NAMES: readonly RouteName[] = ["direct", "http", "socks5h", "socks4a"];

async function by(route: RouteName): Promise<{ proxy?: string }> {
  const proxy = await ROUTES[route]();
  return proxy === undefined ? {} : { proxy };
}

describe.each(ROUTE_NAMES)("an HTTP exchange by %s", (route) => {
  test("is known by its mark, and leaves what was said", async () => {
    const heard: string[] = [];
    const port = await startPeer((socket) => {
      socket.once("data", (asked: Buffer) => {
        heard.push(asked.toString("latin1"));
        socket.write(
          talk.answer("404 Not Found", ["Server: AmazonS3", "Set-Cookie: a=b"], "<Code>NoSuchKey</Code>"),
        );
      });
    });
    const observation = await ask({
      url: `http://target.test:${port}/path?query`,
      exchange: { kind: "http", method: "GET", headers: { "x-asked": "yes" } },
      marks: [{ status: [404], body: "<Code>NoSuch", header: { name: "server", matches: "^AmazonS3$" } }],
      ...(await by(route)),
    });
    expect(gist(observation)).toBe("target");
    expect(phaseOf(observation, "request")).toMatchObject({
      facts: { method: "GET", url: `http://target.test:${port}/path?query` },
    });
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { status: 404, headers: { server: "AmazonS3" }, body: "<Code>NoSuchKey</Code>" },
    });
    expect(JSON.stringify(observation)).not.toContain("set-cookie");
    expect(heard[0]).toMatch(/^GET \/path\?query HTTP\/1\.1\r\n/);
    expect(heard[0]).toMatch(/^user-agent: proxy-doctor\r$/im);
    expect(heard[0]).toMatch(/^accept-encoding: identity\r$/im);
    expect(heard[0]).toMatch(/^x-asked: yes\r$/im);
    expect(heard[0]).toMatch(new RegExp(`^host: target\\.test:${port}\r$`, "im"));
  });

  test.each<readonly [string, Talk]>([
    ["of a known length", says("200 OK", [], "x".repeat(1_000_000))],
    ["without a length", talk.floods("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(10_000))],
    [
      "in chunks",
      talk.floods(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1000\r\n".padEnd(4102, "x").concat("\r\n"),
      ),
    ],
  ])("cuts a big body %s at 4 KB", async (_, server) => {
    const observation = await ask({
      url: `http://target.test:${await startPeer(server)}/`,
      ...(await by(route)),
    });
    expect(observation.outcome).toBe("ok");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "x".repeat(4096) } });
  });
});

describe("an HTTP exchange", () => {
  test("goes to a forwarding proxy in absolute form", async () => {
    const proxy = await startHttpProxy();
    const port = await startPeer(says("200 OK"));
    await ask({ url: `http://target.test:${port}/a?b`, proxy: `http://proxy.test:${proxy.port}` });
    expect(proxy.asked[0]?.head).toMatch(
      new RegExp(`^GET http://target\\.test:${port}/a\\?b HTTP/1\\.1\r\n`),
    );
  });

  test("follows no redirect, and takes the parameters off where it leads", async () => {
    let asked = 0;
    const port = await startPeer((socket) =>
      socket.on("data", () => {
        asked += 1;
        socket.write(talk.answer("302 Found", ["Location: /login?ticket=abcdef"]));
      }),
    );
    const observation = await ask({ url: `http://target.test:${port}/` });
    expect(asked).toBe(1);
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { status: 302, headers: { location: "/login?***" } },
    });
    expect(gist(observation)).toBe("unknown");
  });

  test("keeps the status and headers of an answer whose body does not come", async () => {
    const server = talk.says("HTTP/1.1 200 OK\r\nServer: slow\r\nContent-Length: 9\r\n\r\n");
    const observation = await ask({ url: `http://target.test:${await startPeer(server)}/`, attemptMs: 1500 });
    expect(phaseOf(observation, "response")).toMatchObject({
      failure: { code: "timed-out" },
      facts: { status: 200, headers: { server: "slow" } },
    });
  });

  test("shows nothing of the network raw", async () => {
    const server = says("200 OK", ["Server: a\tb\x9b31m"], "\x1b[31mred\x07\u202e http://ann:hunter2@host/");
    const observation = await ask({ url: `http://target.test:${await startPeer(server)}/` });
    expect(JSON.stringify(phaseOf(observation, "response"))).not.toMatch(
      /\\u001b|\\u0007|\u202e|\u009b|hunter2/,
    );
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { body: expect.stringContaining("red") },
    });
  });
});

describe("an exchange that only connects", () => {
  const exchange = { kind: "connect" } as const;

  test("proves the target where nothing lies between, and sends nothing", async () => {
    const heard: string[] = [];
    const port = await startPeer((socket) => socket.on("data", (chunk) => heard.push(String(chunk))));
    const observation = await ask({ url: `tcp://127.0.0.1:${port}`, exchange });
    expect(gist(observation)).toBe("target");
    expect(course(observation)).toBe("dns skipped, tcp ok, request skipped, response skipped");
    expect(observation.phases.at(-1)).toMatchObject({ because: "nothing is sent" });
    expect(heard).toEqual([]);
  });

  test.each(["http", "socks5h"] as const)("proves nothing by %s", async (route) => {
    const url = `tcp://target.test:${await startPeer(talk.reads)}`;
    const observation = await ask({ url, exchange, ...(await by(route)) });
    expect(gist(observation)).toBe("unknown");
    expect(course(observation)).toContain("tunnel ok, request skipped, response skipped");
  });
});

describe.each(ROUTE_NAMES)("a banner by %s", (route) => {
  const exchange = { kind: "ssh-banner" } as const;
  const marks = [{ body: "^SSH-2\\.0-" }];

  test("is read, and answered before the connection ends", async () => {
    const heard: string[] = [];
    let said: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      said = resolve;
    });
    const port = await startPeer((socket) => {
      socket.write("SSH-2.0-babeld\x1b[1m\r\nand the rest");
      socket.on("data", (chunk) => {
        heard.push(String(chunk));
        said();
      });
    });
    const observation = await ask({
      url: `ssh://target.test:${port}`,
      exchange,
      marks,
      ...(await by(route)),
    });
    await answered;
    expect(gist(observation)).toBe("target");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "SSH-2.0-babeld\\u{1b}[1m" } });
    expect(heard.join("")).toBe("SSH-2.0-proxy-doctor\r\n");
  });

  test("may come after other lines", async () => {
    const port = await startPeer((socket) => {
      socket.write("Authorised use only\r\nNo SSH-2.0- here\r\nSSH-2.");
      setTimeout(() => socket.write("0-babeld\r\n"), 50);
    });
    const url = `ssh://target.test:${port}`;
    const observation = await ask({ url, exchange, marks, ...(await by(route)) });
    expect(gist(observation)).toBe("target");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "SSH-2.0-babeld" } });
  });

  test("that is none, of a server that then closes, is shown", async () => {
    const port = await startPeer((socket) => setTimeout(() => socket.end("go away\r\nplease\r\n"), 50));
    const url = `ssh://target.test:${port}`;
    const observation = await ask({ url, exchange, marks, ...(await by(route)) });
    expect(gist(observation)).toBe("unknown");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "go away" } });
  });

  test("that never ends is cut", async () => {
    const port = await startPeer((socket) => socket.write("x".repeat(100_000)));
    const observation = await ask({
      url: `ssh://target.test:${port}`,
      exchange,
      marks,
      ...(await by(route)),
    });
    expect(gist(observation)).toBe("unknown");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "x".repeat(255) } });
  });
});
