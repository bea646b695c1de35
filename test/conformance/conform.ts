import { mkdirSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import type { SeenRoute } from "../../src/model/client-route.ts";
import { agree, describeSeen } from "../../src/observe/compare.ts";
import { portsIn } from "../../src/observe/ports.ts";
import { type Recorder, startRecorder } from "../../src/observe/recorder.ts";
import { routeSeen } from "../../src/observe/sighting.ts";
import { environment, routeOf } from "../decide/clients/table.ts";
import { SEED } from "../rig/chance.ts";
import type { Case, Subject } from "./subject.ts";

/** Cases of which nothing is expected, each with the reason. */
export type LeftOut = { readonly because: string; readonly when: (one: Case) => boolean };

const RUNS = Number(process.env["CONFORMANCE_RUNS"] ?? 1500);
const MOST_SHOWN = 25;
const MINUTES = 60_000;

/** Puts generated cases, and a table of chosen ones, to a real program and to its model; they must agree. */
export function conform(options: {
  readonly subject: () => Promise<Subject>;
  readonly cases: fc.Arbitrary<Case>;
  readonly table: readonly Case[];
  readonly leftOut?: readonly LeftOut[];
  /** Of a program that starts slowly: generated cases, instead of thousands; nothing is recorded. */
  readonly atMost?: number;
  /** Whether the program can find no address for the host of a URL: going there directly, it calls nobody. */
  readonly cannotLookUp?: (host: string) => boolean;
}): void {
  let subject: Subject;
  let recorder: Recorder;
  beforeAll(async () => {
    refuseOutside();
    subject = await options.subject();
    recorder = await startRecorder();
  });
  afterAll(async () => {
    await subject?.close();
    await recorder?.close();
  });

  const seenWith = async (one: Case): Promise<SeenRoute> => {
    await recorder.listen(portsIn([one.url, ...Object.values(one.environment)]));
    await subject.call(one);
    return routeSeen(await recorder.take(), one.url);
  };

  const disagreements = async (cases: readonly Case[]): Promise<readonly string[]> => {
    const { client, version } = subject;
    const expected = cases.filter((one) => !options.leftOut?.some(({ when }) => when(one)));
    const wrong: string[] = [];
    for (const one of expected) {
      const predicted = CLIENTS[client].decide(environment(one.environment), one.url, version);
      const seen = await seenWith(one);
      if (agree(predicted, seen)) continue;
      const isLost = options.cannotLookUp?.(hostIn(one.url)) ?? false;
      if (isLost && predicted.route === "direct" && seen.route === "none") continue;
      wrong.push(`${JSON.stringify(one)} model: ${routeOf(predicted)} program: ${describeSeen(seen)}`);
    }
    return wrong;
  };

  const runs = Math.min(RUNS, options.atMost ?? RUNS);
  describe("the model says what the program does", () => {
    test("the program is installed", () => {
      expect(subject.version).toMatch(/\d/);
    });

    test("in a table of chosen cases", { timeout: 5 * MINUTES }, async () => {
      expect(await disagreements(options.table)).toEqual([]);
    });

    // The seed stands in the name, so that it is printed and any run can be replayed.
    test(`in ${runs} generated cases, SEED=${SEED}`, { timeout: 15 * MINUTES }, async () => {
      const cases = fc.sample(options.cases, { numRuns: runs });
      const wrong = await disagreements(cases);
      expect(wrong.slice(0, MOST_SHOWN), `${wrong.length} of ${cases.length}`).toEqual([]);
    });

    test.runIf(process.env["CONFORMANCE_RECORD"] && options.atMost === undefined)(
      "what is seen is recorded",
      { timeout: MINUTES },
      async () => {
        const chosen = fc
          .sample(options.cases, { numRuns: 400, seed: 1 })
          .filter((one) => !options.leftOut?.some(({ when }) => when(one)))
          .filter(({ url }) => !options.cannotLookUp?.(hostIn(url)))
          .slice(0, 100);
        const rows = [];
        for (const one of chosen) {
          rows.push(JSON.stringify([one.environment, one.url, describeSeen(await seenWith(one))]));
        }
        const folder = new URL("./observed/", import.meta.url);
        mkdirSync(folder, { recursive: true });
        writeFileSync(
          new URL(`${subject.client}.json`, folder),
          `{"version":${JSON.stringify(subject.version)},"cases":[\n${rows.join(",\n")}\n]}\n`,
        );
      },
    );
  });
}

/** Nothing may call where there is a way out: the enclosure has no interface but its own loopback. */
export function refuseOutside(): void {
  const others = Object.keys(networkInterfaces()).filter((name) => name !== "lo");
  if (others.length > 0) throw new Error(`not in an enclosure: there is ${others.join(", ")}`);
}

/** The host as the URL spells it, IPv6 within brackets. */
function hostIn(url: string): string {
  return /^https?:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(url)?.[1] ?? "";
}
