import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningWorld, startWorld } from "../../src/lab/start-world.ts";
import type { World } from "../../src/lab/world.ts";
import { WORLDS } from "../../src/lab/worlds.ts";
import { askDirectly, askThroughProxy, openTunnel, PROXY, PROXY_PORT } from "./asking.ts";

const DOCUMENT = "http://169.254.169.254/latest/dynamic/instance-identity/document";

async function inWorld<T>(world: World, ask: (running: RunningWorld) => Promise<T>): Promise<T> {
  const running = await startWorld(world);
  try {
    return await ask(running);
  } finally {
    await running.close();
  }
}

describe("the proxy of a healthy world", () => {
  let world: RunningWorld;
  beforeAll(async () => {
    world = await startWorld(WORLDS.healthy);
  });
  afterAll(() => world.close());

  test.each([
    ["https://api.replicated.com/market/v1/echo/ip", 200, /^203\.0\.113\.33$/],
    ["https://get.replicated.com/docker", 200, /^#!\/bin\/bash/],
    ["https://registry.replicated.com/v2/", 401, /UNAUTHORIZED/],
    ["https://registry-data.replicated.com/v2/", 401, /UNAUTHORIZED/],
    ["https://ec2.us-east-1.amazonaws.com/?Action=DescribeRegions", 400, /MissingParameter/],
    ["https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity", 403, /MissingAuthenticationToken/],
    ["https://sqs.us-east-1.amazonaws.com/?Action=ListQueues", 403, /MissingAuthenticationToken/],
    ["https://s3.us-east-1.amazonaws.com/", 307, /^$/],
    ["https://ghe.example.com/status", 200, /GitHub lives!/],
  ])("opens a tunnel to %s, whose own certificate comes through", async (url, status, body) => {
    const reply = await askThroughProxy(world, url);
    expect(reply).toMatchObject({ status, trusted: true, issuer: "proxy-doctor lab authority" });
    expect(reply.body).toMatch(body);
  });

  test("passes on a request in absolute form, with its Host header and its path", async () => {
    const reply = await askThroughProxy(world, "http://ghe.example.com/a/b?c=http://d/");
    expect(reply).toMatchObject({
      status: 301,
      headers: { location: "https://ghe.example.com/a/b?c=http://d/" },
    });
  });

  test("opens no tunnel to another port than 443", async () => {
    for (const authority of ["10.0.1.238:8800", "ghe.example.com:22"]) {
      const refusal = await openTunnel(world.network.connect(PROXY, PROXY_PORT), authority);
      expect(refusal?.status).toBe(403);
    }
  });

  test("answers 503 for what it cannot name or reach", async () => {
    expect((await askThroughProxy(world, DOCUMENT)).status).toBe(503);
    expect((await askThroughProxy(world, "https://www.example.org/")).status).toBe(503);
    expect((await askThroughProxy(world, "http://10.0.1.238:9999/")).status).toBe(503);
  });
});

test("a proxy on EC2 answers with metadata of its own, token and all", () =>
  inWorld(WORLDS["misrouted-metadata"], async (world) => {
    const url = "http://169.254.169.254/latest/api/token";
    const asked = { method: "PUT", headers: { "X-aws-ec2-metadata-token-ttl-seconds": "10" } };
    const { status, body: token } = await askThroughProxy(world, url, asked);
    expect(status).toBe(200);
    const question = { headers: { "X-aws-ec2-metadata-token": token } };
    const ours = JSON.parse((await askDirectly(world, DOCUMENT, question)).body);
    const theirs = JSON.parse((await askThroughProxy(world, DOCUMENT, question)).body);
    expect(ours.privateIp).toBe("10.0.1.238");
    expect(theirs.privateIp).toBe("10.0.0.33");
    expect(theirs.instanceId).not.toBe(ours.instanceId);
  }));

test("a proxy that asks for credentials lets nobody pass without the right ones", () =>
  inWorld(WORLDS["proxy-auth"], async (world) => {
    for (const url of ["https://api.replicated.com/market/v1/echo/ip", "http://10.0.1.238:3001/status"]) {
      const refusal = await askThroughProxy(world, url);
      expect(refusal.status).toBe(407);
      expect(refusal.headers["proxy-authenticate"]).toMatch(/^Basic realm="/);
      expect((await askThroughProxy(world, url, {}, "circleci:wrong")).status).toBe(407);
      expect((await askThroughProxy(world, url, {}, "circleci:lab-password")).status).toBe(200);
    }
  }));

test("a proxy with a filter shows its own page, over its own certificate", () =>
  inWorld(WORLDS["block-page"], async (world) => {
    for (const host of ["api", "get", "registry", "registry-data"]) {
      const page = await askThroughProxy(world, `https://${host}.replicated.com/v2/`);
      expect(page).toMatchObject({ status: 200, trusted: false, issuer: "Example Corporation web filter" });
      expect(page.headers["content-type"]).toMatch(/^text\/html/);
      expect(page.body).toContain("<title>Access denied by policy</title>");
    }
    const plain = await askThroughProxy(world, "http://api.replicated.com/");
    expect(plain).toMatchObject({ status: 200, body: expect.stringContaining("Access denied by policy") });
    expect((await askThroughProxy(world, "https://ghe.example.com/status")).body).toBe("GitHub lives!");
  }));

test("a proxy behind a black hole says nothing, neither to CONNECT nor to a request", () => {
  const { proxied, ...rest } = WORLDS["both-time-out"];
  const gone: World = { ...rest, proxied: { ...proxied, fateOf: () => "vanishes" } };
  return inWorld(gone, async (world) => {
    const asking = Promise.allSettled([
      askThroughProxy(world, "https://ec2.us-east-1.amazonaws.com/"),
      askThroughProxy(world, "http://10.0.1.238:3001/status"),
    ]);
    expect(await Promise.race([asking, setTimeout(300, "silence")])).toBe("silence");
    await world.close();
    expect((await asking).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
