import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningWorld, startWorld } from "../../src/lab/start-world.ts";
import { WORLDS } from "../../src/lab/worlds.ts";
import { askDirectly, dial, fareOf, PROXY, PROXY_PORT } from "./asking.ts";

describe("a world as a machine sees it, the direct way", () => {
  let world: RunningWorld;
  beforeAll(async () => {
    world = await startWorld(WORLDS.healthy);
  });
  afterAll(() => world.close());

  test.each([
    ["https://s3.us-east-1.amazonaws.com/", 307, /^$/],
    ["https://circleci-example-bucket.s3.us-east-1.amazonaws.com/", 403, /AccessDenied/],
    ["https://s3.amazonaws.com/", 307, /^$/],
    ["https://ghe.example.com/status", 200, /^GitHub lives!$/],
    ["https://ghe.example.com/api/v3/meta", 200, /"installed_version"/],
    ["https://10.0.1.238/", 200, /<title>CircleCI</],
  ])("%s answers %i over a trusted certificate", async (url, status, body) => {
    const reply = await askDirectly(world, url);
    expect(reply).toMatchObject({ status, trusted: true });
    expect(reply.body).toMatch(body);
  });

  test.each([
    ["http://10.0.1.238:3001/status", 200],
    ["http://10.0.1.238/health-check", 200],
    ["http://10.0.1.238/", 301],
    ["http://ghe.example.com/x", 301],
    ["http://169.254.169.254/latest/dynamic/instance-identity/document", 200],
  ])("%s answers %i", async (url, status) => {
    expect((await askDirectly(world, url)).status).toBe(status);
  });

  test("the console answers over a certificate that it signed itself", async () => {
    const reply = await askDirectly(world, "https://10.0.1.238:8800/");
    expect(reply).toMatchObject({
      status: 302,
      headers: { location: "/create-password" },
      issuer: "10.0.1.238",
      trusted: false,
    });
  });

  test("git over SSH greets first", async () => {
    const socket = await dial(world, "ghe.example.com", 22);
    const banner = await new Promise((resolve) => socket.once("data", (bytes) => resolve(String(bytes))));
    socket.destroy();
    expect(banner).toMatch(/^SSH-2\.0-babeld-[0-9a-f]+\r\n$/);
  });

  test.each([4647, 7171, 8585])("port %i takes connections and says nothing", async (port) => {
    const socket = await dial(world, "10.0.1.238", port);
    const heard: string[] = [];
    for (const event of ["connect", "data", "close"]) socket.on(event, () => heard.push(event));
    await setTimeout(100);
    socket.destroy();
    expect(heard).toEqual(["connect"]);
  });

  test.each([
    ["GET / HTTP/1.1\r\n\r\n", ""],
    ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "000000040000000000"],
  ])("the gRPC port answers %j with %j", async (sent, expected) => {
    const socket = await dial(world, "10.0.1.238", 8585);
    socket.write(sent);
    const first = await new Promise<string>((resolve) => {
      socket.once("data", (bytes) => resolve(bytes.toString("hex"))).once("close", () => resolve(""));
    });
    socket.destroy();
    expect(first).toBe(expected);
  });

  test.each(["api.replicated.com", "registry-data.replicated.com", "ec2.us-east-1.amazonaws.com", "8.8.8.8"])(
    "packets to %s vanish",
    async (host) => expect(await fareOf(await dial(world, host, 443))).toBe("nothing"),
  );

  test("a port where nothing listens refuses", async () => {
    expect(await fareOf(await dial(world, "ghe.example.com", 9999))).toBe("ECONNREFUSED");
  });

  test("names have addresses kept for documentation or private use; no other name has any", async () => {
    const { signal } = new AbortController();
    const [address] = await world.network.lookup("S3.us-east-1.amazonaws.com", signal);
    expect(address).toEqual({ address: "192.0.2.31", family: 4 });
    expect(await world.network.lookup("::1", signal)).toEqual([{ address: "::1", family: 6 }]);
    for (const name of ["www.example.org", "constructor"]) {
      await expect(world.network.lookup(name, signal)).rejects.toMatchObject({
        code: "ENOTFOUND",
        errno: -3008,
        syscall: "getaddrinfo",
      });
    }
  });

  test("a lookup stops when it is aborted", async () => {
    const reason = new Error("enough");
    await expect(world.network.lookup("s3.amazonaws.com", AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

test("a dead proxy refuses", async () => {
  const world = await startWorld(WORLDS["dead-proxy"]);
  try {
    expect(await fareOf(world.network.connect(PROXY, PROXY_PORT))).toBe("ECONNREFUSED");
  } finally {
    await world.close();
  }
});

describe("the end of a world", () => {
  test("leaves nothing behind, whatever was under way", async () => {
    const before = await resources();
    const world = await startWorld(WORLDS["both-time-out"]);
    const sockets = await Promise.all([
      dial(world, "api.replicated.com", 443),
      dial(world, "10.0.1.238", 4647),
      dial(world, "ghe.example.com", 443),
      dial(world, "169.254.169.254", 80),
    ]);
    const asking = world.network.connect(PROXY, PROXY_PORT);
    asking.write("CONNECT ec2.us-east-1.amazonaws.com:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    const forwarded = world.network.connect(PROXY, PROXY_PORT);
    forwarded.write("GET http://10.0.1.238:3001/status HTTP/1.1\r\nHost: 10.0.1.238\r\n\r\n");
    for (const socket of [...sockets, asking, forwarded]) socket.on("error", () => {});
    await setTimeout(100);
    const began = performance.now();
    await Promise.all([world.close(), world.close()]);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect([...sockets, asking, forwarded].every(({ destroyed }) => destroyed)).toBe(true);
    expect(await resources()).toEqual(before);
  });

  test("its beginning takes ten seconds at most, on a busy machine", async () => {
    const began = performance.now();
    const world = await startWorld(WORLDS.healthy);
    const took = performance.now() - began;
    await world.close();
    expect(took).toBeLessThan(10_000);
  });
});

/** What keeps this process alive, without the timers of the test runner, once closing handles are gone. */
async function resources(): Promise<readonly string[]> {
  await setTimeout(20);
  return process
    .getActiveResourcesInfo()
    .filter((name) => /TCP|MessagePort|Worker|Pipe|TLS/.test(name))
    .sort();
}
