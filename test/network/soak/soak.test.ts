import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SEED } from "../../rig/chance.ts";
import { type Curve, growthOf, isFlat, type Most } from "../../rig/flatness.ts";
import { type Company, openCompany } from "../company/company.ts";
import { whyNoCompany } from "../company/needs.ts";
import { said } from "../stories/tell.ts";
import { FAULTS, type Fault } from "./faults.ts";
import { startWatching } from "./watched.ts";
import type { Told, Weight } from "./watcher.ts";

const why = whyNoCompany();
const checks = Number(process.env["SOAK_CHECKS"] ?? FAULTS.length);
const MOST_MS_EACH = 30_000;

type Seen = { readonly fault: Fault; readonly told: Told };

/** Of each thing that is weighed before every check: what a leak would exceed. */
const MOST = {
  heap: { each: 10_000, settled: 30_000_000 },
  rss: { each: 20_000, settled: 136_000_000 },
  descriptors: { each: 0, settled: 22 },
  children: { each: 0, settled: 0 },
  resources: { each: 0, settled: 5 },
} as const satisfies Record<keyof Weight, Most>;
const WEIGHED = Object.keys(MOST) as readonly (keyof Weight)[];

describe.skipIf(why !== undefined)(
  `${checks} checks of one process, seed ${SEED}${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    let company: Company;
    const seen: Seen[] = [];
    beforeAll(async () => {
      company = await openCompany({ go: "", classes: "" });
    });
    afterAll(() => company?.close());

    test(
      "say of each fault what is to be said of it, and the process ends when it is told to",
      async () => {
        const wrong: object[] = [];
        await company.arrange({});
        const watched = startWatching(company.machines.services, inject("watcher"));
        for (const [nth, fault] of faultsInTurn().entries()) {
          await company.arrange(fault.plan);
          const told = await watched.check();
          seen.push({ fault, told });
          const { stopped, toolErrors } = told.report;
          const says = said(told.report);
          const isRight = JSON.stringify(says) === JSON.stringify(fault.says);
          if (!isRight || stopped !== undefined || toolErrors.length > 0) {
            wrong.push({ nth, fault: fault.name, says, stopped, toolErrors });
          }
          if (nth % 25 === 24) tell(`${nth + 1} checks, ${wrong.length} wrong`);
        }
        tell(`a check took ${growthOf(seen.map(({ told }) => told.report.durationMs)).after} ms at the end`);
        expect.soft(await watched.end()).toBe(0);
        expect(wrong).toEqual([]);
      },
      checks * MOST_MS_EACH + 60_000,
    );

    test.each(WEIGHED)("leave %s flat", (what) => {
      const curve = curveOf(seen, what);
      tell(`${what}: ${shown(curve)}`);
      expect(curve).toHaveLength(checks);
      expect(isFlat(curve, MOST[what]), shown(curve)).toBe(true);
    });
  },
);

/** Every fault once, in an order of chance, and again in another, until it is enough. */
function faultsInTurn(): readonly Fault[] {
  const whole = fc.shuffledSubarray([...FAULTS], { minLength: FAULTS.length });
  return fc
    .sample(whole, Math.ceil(checks / FAULTS.length))
    .flat()
    .slice(0, checks);
}

function curveOf(seen: readonly Seen[], what: keyof Weight): Curve {
  return seen.map(({ told }) => told.weight[what]);
}

/** A curve by eleven of its points, and how it went. */
function shown(curve: Curve): string {
  const points = Array.from(
    { length: 11 },
    (_, tenth) => curve[Math.round((tenth / 10) * (curve.length - 1))],
  );
  const { before, after, each } = growthOf(curve);
  return `${points.join(" ")}; from ${before} to ${after}, ${each.toFixed(1)} with each check`;
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
