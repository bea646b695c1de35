// Watches the machine that it is started on as `check --watch` does, with a check for each line that it is told, and
// tells in lines what each found and what it weighed itself before.
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import { openedWorld } from "../../../src/cli/examined-traffic.ts";
import { parseCheckOptions } from "../../../src/cli/options.ts";
import { inTime, interruptible } from "../../../src/cli/stoppable.ts";
import { faceOf } from "../../../src/cli/terminal.ts";
import { logView } from "../../../src/cli/watch/log-view.ts";
import { watch } from "../../../src/cli/watch/watch.ts";
import type { Report } from "../../../src/model/report.ts";
import { AUTHORITY } from "../company/base-files.ts";
import { BUCKET, GHE_NAME, MACHINES } from "../company/places.ts";

/** What the process has and holds between two checks; sizes are in bytes. */
export type Weight = {
  /** After a collection, with what lies outside it for objects within. */
  readonly heap: number;
  readonly rss: number;
  readonly descriptors: number;
  readonly children: number;
  /** What would keep it from ending: timers, sockets, pipes. */
  readonly resources: number;
};

/** What is told of a check. */
export type Told = {
  readonly weight: Weight;
  readonly report: Pick<Report, "findings" | "fixes" | "toolErrors" | "stopped" | "durationMs">;
};

const options = parseCheckOptions({
  services: MACHINES.services,
  ghe: GHE_NAME,
  bucket: BUCKET,
  nomadClient: [MACHINES["nomad-client"]],
  caFile: AUTHORITY,
  timeout: "4",
  deadline: "60",
  environment: true,
  color: false,
  format: "table",
});

async function weigh(): Promise<Weight> {
  // What the first collection sets free is given up only then.
  for (const _ of [1, 2]) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8");
  return {
    heap: heapUsed + external,
    rss,
    descriptors: readdirSync("/proc/self/fd").length,
    children: children.split(" ").filter(Boolean).length,
    resources: process.getActiveResourcesInfo().length,
  };
}

await interruptible(async (interrupt) => {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const world = await openedWorld(options, interrupt);
  const view = logView(() => undefined, faceOf(process.stdout, process.env, options.color));
  let last: Report | undefined;
  const round = async (signal: AbortSignal, onProgress: Parameters<typeof world.examine>[1]) => {
    const { done } = await lines.next();
    if (done && last !== undefined) {
      // As Ctrl-C does; nothing else is left that would keep the process until the signal comes.
      const waiting = setInterval(() => undefined, 1000);
      interrupt.addEventListener("abort", () => clearInterval(waiting), { once: true });
      process.kill(process.pid, "SIGINT");
      await once(interrupt, "abort");
      return last;
    }
    const weight = await weigh();
    const { report } = await inTime(signal, options.deadline * 1000, (inside) =>
      world.examine(inside, onProgress),
    );
    last = report;
    const { findings, fixes, toolErrors, stopped, durationMs } = report;
    const told = { weight, report: { findings, fixes, toolErrors, durationMs, ...(stopped && { stopped }) } };
    process.stdout.write(`${JSON.stringify(told satisfies Told)}\n`);
    return report;
  };
  await watch(round, 1, view, interrupt).finally(world.close);
});
