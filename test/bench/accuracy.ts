import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Observation } from "../../src/model/observation.ts";
import { type Comparison, type MeasuredRoute, openRoutes } from "./accuracy-routes.ts";
import type { Asking } from "./bench.ts";
import { type CurlTimes, curlTimes } from "./rig/curl.ts";
import { median, rounds, verdict } from "./rig/figures.ts";
import { measureAnew } from "./rig/measuring.ts";
import { openScene } from "./rig/scene.ts";
import { printTable, say } from "./rig/table.ts";

const DELAY_MS = 40;
const ROUNDS = 7;
const LATER = 3;
const AT_ONCE = 40;
/** How near to curl is near enough: whichever is more. */
const NEAR_MS = 2;
const NEAR_SHARE = 0.05;

/** When an attempt is made: which of ours to look at, and whether curl too has others beside it. */
type Moment = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly crowded: boolean;
};

const MOMENTS: readonly Moment[] = [
  { name: "the first attempt of a process", from: 0, to: 1, crowded: false },
  { name: "later attempts, one after another", from: 1, to: 1 + LATER, crowded: false },
  {
    name: `${AT_ONCE} at once, beside a curl of ${AT_ONCE} at once`,
    from: 1 + LATER,
    to: 2 + LATER,
    crowded: true,
  },
];

/** What was measured of one route: in each round curl's figures, and our observations batch by batch. */
type Measurement = {
  readonly route: MeasuredRoute;
  readonly taken: readonly {
    readonly alone: readonly CurlTimes[];
    readonly crowded: readonly CurlTimes[];
    readonly ours: readonly (readonly Observation[])[];
  }[];
};

/** Our figures for each phase beside curl's own, through one line of 40 ms each way. */
export async function accuracy({ nodes }: Asking): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
  const caFile = join(scratch, "ca.pem");
  const scene = await openScene();
  const authority = scene.authority.certificate;
  writeFileSync(caFile, authority);
  try {
    const routes = await openRoutes(scene, DELAY_MS, caFile);
    for (const { name, node } of nodes) {
      const measurements: Measurement[] = [];
      for (const route of routes) measurements.push(await measureRoute(route, authority, node));
      for (const moment of MOMENTS) {
        const rows = measurements.flatMap((each) => rowsOf(each, moment));
        printTable(`${name}, phases beside curl's, medians in ms: ${moment.name}`, [HEAD, ...rows]);
      }
    }
    say(
      `\n  line: what its ${DELAY_MS} ms each way alone take; the opening of a connection is not held back.`,
    );
    say(`  ok: within ${NEAR_MS} ms or ${NEAR_SHARE * 100} % of curl's, or nearer to the line than curl's.`);
  } finally {
    await scene.close();
    rmSync(scratch, { recursive: true });
  }
}

async function measureRoute(route: MeasuredRoute, authority: string, node: string): Promise<Measurement> {
  const { line, words } = route;
  const batches = [...Array.from({ length: 1 + LATER }, () => [line]), Array(AT_ONCE).fill(line)];
  const asked = { authorities: [authority], attemptMs: 10_000, batches };
  const taken = await rounds(ROUNDS, async () => ({
    alone: await curlTimes(line.url, words),
    ours: (await measureAnew(asked, node)).batches.map(({ observations }) => observations),
    crowded: await curlTimes(line.url, words, AT_ONCE),
  }));
  return { route, taken };
}

const HEAD = ["route", "phases", "line", "curl", "ours", "difference", ""];

function rowsOf(
  { route, taken }: Measurement,
  { from, to, crowded }: Moment,
): readonly (readonly string[])[] {
  return route.comparisons.map((comparison, index) => {
    const curls = taken.flatMap((each) => (crowded ? each.crowded : each.alone).map(comparison.curl));
    const observations = taken.flatMap((each) => each.ours.slice(from, to).flat());
    const [curl, ours] = [median(curls), median(observations.map((one) => spent(one, comparison)))];
    const line = comparison.trips * 2 * DELAY_MS;
    return [
      index === 0 ? route.name : "",
      comparison.what,
      line.toFixed(0),
      curl.toFixed(1),
      ours.toFixed(1),
      (ours - curl).toFixed(1),
      verdict(isNear(ours, curl, line)),
    ];
  });
}

/** What an attempt spent in some phases. One that failed has no figures, and the run is not worth reading. */
function spent(observation: Observation, { phases }: Comparison): number {
  if (observation.outcome !== "ok") throw new Error(`an attempt failed: ${JSON.stringify(observation)}`);
  const times = phases.map((name) => observation.phases.find((phase) => phase.name === name));
  return times.reduce((sum, phase) => sum + (phase?.status === "ok" ? phase.ms : Number.NaN), 0);
}

/** Busy with 40 transfers, curl too counts its own work; the line's length is what both would see. */
function isNear(ours: number, curl: number, line: number): boolean {
  const apart = Math.abs(ours - curl);
  return apart <= Math.max(NEAR_MS, curl * NEAR_SHARE) || Math.abs(ours - line) <= Math.abs(curl - line);
}
