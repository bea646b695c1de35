import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { classify } from "../../../src/measure/classify.ts";
import { startHelper } from "../../../src/measure/names/helper.ts";
import { systemLookup } from "../../../src/measure/names/system-lookup.ts";

const never = new AbortController().signal;

/** The helpers that this process has started and that still run, by what Linux tells of processes. */
function helpers(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && told(name, "cmdline").includes("lookup-helper"))
    .filter((name) => new RegExp(`^PPid:\\s*${process.pid}$`, "m").test(told(name, "status")))
    .map(Number);
}

function told(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}

/** Stops a helper, so that it does not answer, and waits until it is stopped. */
function freeze(pid: number): void {
  process.kill(pid, "SIGSTOP");
}

async function theHelper(): Promise<number> {
  return vi.waitFor(() => {
    const [pid] = helpers();
    if (pid === undefined) throw new Error("no helper yet");
    return pid;
  });
}

async function noHelper(): Promise<void> {
  await vi.waitFor(() => expect(helpers()).toEqual([]), { timeout: 5000 });
}

describe.runIf(process.platform === "linux")("the system's resolver in a process of its own", () => {
  const helper = vi.fn(startHelper);
  let system = systemLookup(helper);
  afterEach(async () => {
    system.close();
    await noHelper();
    system = systemLookup(helper);
  });

  test("is not started before there is a name", () => {
    expect(helpers()).toEqual([]);
  });

  test("knows localhost", async () => {
    const addresses = await system.lookup("localhost", never);
    expect(addresses.map(({ address }) => address)).toContain(
      addresses[0]?.family === 6 ? "::1" : "127.0.0.1",
    );
  });

  test("says of a name that cannot be what getaddrinfo says", async () => {
    // An empty label is refused without asking any server.
    await expect(system.lookup("a..invalid", never)).rejects.toMatchObject({
      code: expect.stringMatching(/^E/),
      errno: expect.any(Number),
    });
  });

  test("is asked once for a name that many wait for", async () => {
    await system.lookup("localhost", never);
    freeze(await theHelper());
    const both = [system.lookup("localhost", never), system.lookup("localhost", never)];
    process.kill(await theHelper(), "SIGCONT");
    const [first, second] = await Promise.all(both);
    expect(second).toBe(first);
  });

  test("fails all who wait when it is killed, and starts again for the next", async () => {
    await system.lookup("localhost", never);
    const pid = await theHelper();
    freeze(pid);
    const waiting = ["a.invalid", "b.invalid"].map((host) => system.lookup(host, never));
    process.kill(pid, "SIGKILL");
    const ends = await Promise.allSettled(waiting);
    for (const end of ends) {
      expect(classify("dns", end.status === "rejected" ? end.reason : expect.fail())).toBeUndefined();
    }
    expect(await system.lookup("localhost", never)).not.toEqual([]);
    expect(await theHelper()).not.toBe(pid);
  });

  test("when closed, fails all who wait and leaves nothing behind", async () => {
    await system.lookup("localhost", never);
    freeze(await theHelper());
    const waiting = system.lookup("a.invalid", never);
    system.close();
    await expect(waiting).rejects.toThrow("it was closed");
    await noHelper();
  });

  test("lets go of a name that nobody waits for any more", async () => {
    await system.lookup("localhost", never);
    freeze(await theHelper());
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [first, second].map(({ signal }) => system.lookup("a.invalid", signal));
    first.abort("timed-out");
    await expect(waiting[0]).rejects.toBe("timed-out");
    expect(helpers()).toHaveLength(1);
    second.abort("cancelled");
    await expect(waiting[1]).rejects.toBe("cancelled");
    await noHelper();
  });

  test("does not begin for one who has given up already", async () => {
    await expect(system.lookup("localhost", AbortSignal.abort("cancelled"))).rejects.toBe("cancelled");
    expect(helpers()).toEqual([]);
  });

  test("that is not let have its threads does with fewer", async () => {
    // So libuv ends a process in which it cannot make them.
    helper.mockClear().mockImplementationOnce(() => fork("", { execArgv: ["-e", "process.abort()"] }));
    expect(await system.lookup("localhost", never)).not.toEqual([]);
    const [[most = 0] = [], [fewer = 0] = []] = helper.mock.calls;
    expect(fewer).toBeLessThan(most);
  });

  test("gets another process where one has no thread left", async () => {
    await system.lookup("localhost", never);
    freeze(await theHelper());
    const names = Array.from({ length: 257 }, (_, number) => `a${number}.invalid`);
    const ends = Promise.allSettled(names.map((name) => system.lookup(name, never)));
    await vi.waitFor(() => expect(helpers()).toHaveLength(2));
    expect(await system.lookup("localhost", never)).not.toEqual([]);
    system.close();
    await ends;
  });

  test("that cannot be started says nothing of a resolver", async () => {
    helper.mockImplementationOnce(() => {
      throw Object.assign(new Error("spawn EAGAIN"), { code: "EAGAIN" });
    });
    const [end] = await Promise.allSettled([system.lookup("a.invalid", never)]);
    expect(end.status === "rejected" && classify("dns", end.reason)).toBeUndefined();
    expect(await system.lookup("localhost", never)).not.toEqual([]);
  });

  test("once closed, starts afresh at once, and the end of the old one does not touch the new", async () => {
    await system.lookup("localhost", never);
    system.close();
    expect(await system.lookup("localhost", never)).not.toEqual([]);
    await vi.waitFor(() => expect(helpers()).toHaveLength(1));
    system.close();
    await noHelper();
  });
});
