import { getEventListeners } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test } from "vitest";
import { ownTarget } from "../../../src/cli/config/own-target.ts";
import { openedWorld } from "../../../src/cli/examined-traffic.ts";
import { parseCheckOptions } from "../../../src/cli/options.ts";
import { inTime } from "../../../src/cli/stoppable.ts";
import type { View } from "../../../src/cli/watch/view.ts";
import { watch } from "../../../src/cli/watch/watch.ts";
import type { Watched } from "../../../src/render/terminal/watch.ts";
import { report } from "../../render/build.ts";

function recording(onShow: (watched: Watched) => void = () => undefined): View & { shown: Watched[] } {
  const shown: Watched[] = [];
  return {
    shown,
    status: () => undefined,
    show: (watched) => {
      shown.push(watched);
      onShow(watched);
    },
    end: () => undefined,
  };
}

describe("watching", () => {
  test("never checks twice at a time, and waits between", async () => {
    const run = new AbortController();
    let running = 0;
    let most = 0;
    let lastEnd = 0;
    const gaps: number[] = [];
    await watch(
      async () => {
        if (lastEnd > 0) gaps.push(performance.now() - lastEnd);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running--;
        lastEnd = performance.now();
        return report({});
      },
      30,
      recording(({ rounds }) => rounds === 4 && run.abort("interrupt")),
      run.signal,
    );
    expect(most).toBe(1);
    expect(gaps).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThan(25);
  });

  test("ends with the last whole check where it is interrupted in one", async () => {
    const run = new AbortController();
    let nth = 0;
    const view = recording();
    const seen = await watch(
      async () => {
        nth += 1;
        if (nth === 2) run.abort("interrupt");
        return report({ ...(nth === 2 ? { stopped: "interrupt" as const } : {}), durationMs: nth });
      },
      1,
      view,
      run.signal,
    );
    expect(seen.report.durationMs).toBe(1);
    expect(seen.report.stopped).toBeUndefined();
    expect(view.shown).toHaveLength(1);
  });

  test("shows the first check as far as it came", async () => {
    const run = new AbortController();
    const seen = await watch(
      async () => {
        run.abort("interrupt");
        return report({ stopped: "interrupt" });
      },
      1,
      recording(),
      run.signal,
    );
    expect(seen.report.stopped).toBe("interrupt");
  });
});

/** Rounds after which memory is looked at; `WATCH_ROUNDS=500` looks longer. */
const ROUNDS = Number(process.env["WATCH_ROUNDS"] ?? 40);

test("a world watched for long takes no more memory than one watched for short", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const options = parseCheckOptions({
    lab: "healthy",
    only: ["github-enterprise/web"],
    timeout: "1",
    deadline: "30",
    format: "table",
    color: false,
    environment: true,
  });
  const run = new AbortController();
  const used: number[] = [];
  const world = await openedWorld(options, run.signal);
  const view: View = {
    status: () => undefined,
    show: ({ rounds }) => {
      if (rounds % (ROUNDS / 4) === 0) {
        collect();
        used.push(process.memoryUsage().heapUsed / 2 ** 20);
      }
      if (rounds === ROUNDS) run.abort("interrupt");
    },
    end: () => undefined,
  };
  await watch(
    async (signal, onProgress) => (await world.examine(signal, onProgress)).report,
    1,
    view,
    run.signal,
  ).finally(world.close);
  if (process.env["WATCH_ROUNDS"]) process.stdout.write(`${used.map(Math.round)} MB\n`);
  const [first = 0] = used;
  expect(used.at(-1)).toBeLessThan(first + 10);
}, 240_000);

describe("no round leaves anything behind", () => {
  const ROUNDS_LEFT = 12;
  const options = (where: object) =>
    parseCheckOptions({
      timeout: "2",
      deadline: "30",
      format: "table",
      color: false,
      environment: false,
      ...where,
    });
  const own = { id: "own/closed", url: "https://localhost:1/", policy: "either" } as const;

  test.each([
    ["of a world", options({ lab: "healthy", only: ["ec2-metadata"] })],
    [
      "of this machine",
      options({ root: tmpdir(), role: "workstation", only: ["own"], targets: [ownTarget(own)] }),
    ],
  ])("%s: no socket, process, timer, descriptor or listener", { timeout: 120_000 }, async (_, asked) => {
    const run = new AbortController();
    const world = await openedWorld(asked, run.signal);
    onTestFinished(() => world.close());
    const round = () =>
      inTime(run.signal, 60_000, (inside) => world.examine(inside, () => undefined)).then(({ report }) => {
        expect(report.observations.length).toBeGreaterThan(0);
      });
    await round();
    const before = held(run.signal);
    for (let nth = 0; nth < ROUNDS_LEFT; nth++) await round();
    // What is closed is gone a little later, and what comes and goes meanwhile is no more than a few.
    const grown = () =>
      Object.entries(held(run.signal)).filter(
        ([kind, count]) => count - (before[kind] ?? 0) >= ROUNDS_LEFT / 2,
      );
    await expect.poll(grown, { timeout: 20_000 }).toEqual([]);
  });

  /** How many there are of each kind of thing that keeps a process busy or its tables full. */
  function held(signal: AbortSignal): Record<string, number> {
    const counts: Record<string, number> = { listeners: getEventListeners(signal, "abort").length };
    for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
    if (existsSync("/proc/self/fd")) counts["descriptors"] = readdirSync("/proc/self/fd").length;
    return counts;
  }
});
