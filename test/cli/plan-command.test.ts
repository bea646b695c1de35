import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../../src/lab/worlds.ts";
import { startingProgram } from "../rig/program.ts";

const { scratch, run } = startingProgram();

type Phase = { name: string; status: string; facts?: { host?: string; tries?: { address: string }[] } };
type Observation = { id: string; target: string; route: unknown; phases: Phase[] };
type Planned = {
  id: string;
  target: string;
  route: unknown;
  dials: { host: string; port: number };
  sends: string[];
};

async function json(words: readonly string[]) {
  const { stdout, stderr } = await run([...words, "--format", "json"]);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test.each(WORLD_NAMES)(
  "of the world %s is what a check of it does, one for one",
  { timeout: 120_000 },
  async (world) => {
    const { attempts, lookups } = await json(["plan", "--lab", world]);
    const { observations } = await json(["check", "--lab", world, "--timeout", "3"]);
    const identity = ({ id, target, route }: Planned | Observation) => ({ id, target, route });
    expect(attempts.map(identity)).toEqual(observations.map(identity));
    expect(attempts.length).toBeGreaterThan(20);
    for (const { id, phases } of observations as Observation[]) {
      const planned: Planned = attempts.find((each: Planned) => each.id === id);
      const did = phases.filter(({ status }) => status !== "skipped").map(({ name }) => name);
      if (did.includes("tunnel")) expect(planned.sends[0], id).toMatch(/^CONNECT /);
      if (did.includes("tls")) expect(planned.sends, id).toContain("TLS");
      if (did.includes("request")) expect(planned.sends.join(), id).toMatch(/GET|HEAD/);
      for (const { name, facts } of phases) {
        if (/dns$/.test(name) && facts?.host) expect(lookups, id).toContain(facts.host);
        if (name === "proxy-tcp") expect(planned.dials.host).toBe("10.0.0.33");
      }
    }
  },
);

describe("plan", () => {
  test("dials nobody: a proxy that settings name is not even connected to", async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const environment = {
      COLUMNS: "200",
      http_proxy: `http://127.0.0.1:${port}`,
      https_proxy: `http://127.0.0.1:${port}`,
    };
    const { code, stdout } = await run(["plan", "--role", "services"], undefined, environment);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `dials 127.0.0.1:${port}, sends CONNECT api.replicated.com:443, TLS, GET /market`,
    );
    expect(calls).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  test("goes through what --proxy names, and shows no password", async () => {
    const { stdout } = await run(
      [
        "plan",
        ...["--root", scratch, "--role", "services", "--only", "s3/global"],
        ...["--proxy", "http://alice:s3cret@10.9.9.9:8080", "--proxy", "socks5h://10.9.9.8:1080"],
      ],
      undefined,
      { COLUMNS: "200" },
    );
    expect(stdout).toContain(
      "dials 10.9.9.9:8080, sends CONNECT s3.amazonaws.com:443 with the login of alice",
    );
    expect(stdout).toContain("dials 10.9.9.8:1080, sends SOCKS to s3.amazonaws.com:443");
    expect(stdout).not.toContain("s3cret");
  });

  test("tells the token that the metadata service is asked for, by which URL it is asked", async () => {
    const { attempts } = await json(["plan", "--lab", "healthy", "--only", "ec2-metadata"]);
    expect(attempts.map(({ sends }: Planned) => sends[0])).toEqual([
      "PUT /latest/api/token",
      "PUT http://169.254.169.254/latest/api/token",
    ]);
  });

  test("knows targets of one's own, and says what it leaves out", async () => {
    const config = join(scratch, "plan.yml");
    writeFileSync(
      config,
      "targets:\n  - {id: own/db, url: 'tcp://db.example.com:5432', policy: must-direct}\n",
    );
    const words = [
      "plan",
      "--config",
      config,
      "--root",
      scratch,
      "--role",
      "services",
      "--only",
      "own,s3/bucket",
    ];
    const { stdout } = await run(words);
    expect(stdout).toContain("dials db.example.com:5432, sends nothing");
    expect(stdout).toContain("Not part of it: s3/bucket (--bucket NAME).");
    expect(stdout).toContain("Names that the resolver is asked for: db.example.com.");
  });

  test.each([60, 80, 120])("keeps to %i columns", async (columns) => {
    const { stdout } = await run(["plan", "--lab", "healthy"], undefined, { COLUMNS: String(columns) });
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});
