import type { Asking } from "./bench.ts";
import { median, ratio, rounds, verdict } from "./rig/figures.ts";
import { type Asked, type Line, measureAnew } from "./rig/measuring.ts";
import { openScene, openTargets, startProxy } from "./rig/scene.ts";
import { printTable, say } from "./rig/table.ts";

const TARGETS = [250, 500, 1000, 2000];
const ROUTES = 2;
const ATTEMPT_MS = 2000;
const SLOW_MS = 500;
const ROUNDS = 3;
/** The most memory that a thousand targets may take, in MB. */
const MOST_MB = 150;
/** Time for each target may vary by so much from one size to the next. */
const STEADY = 1.1;

/** Own targets by the hundred on two routes, some slow and some dead: memory, and time for each. */
export async function manyTargets({ nodes }: Asking): Promise<void> {
  const scene = await openScene();
  try {
    const { plain, secure, slow, closed, vanished } = await openTargets(scene, SLOW_MS);
    const proxy = `http://127.0.0.1:${await scene.open(startProxy())}`;
    // Of ten: seven that answer, a slow one, a dead one, a black hole.
    const ten = [plain, secure, plain, slow, plain, secure, closed, plain, secure, vanished];
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ten[index % ten.length] ?? plain).flatMap(
        (url): readonly Line[] => [{ url }, { url, proxy }],
      );
    const rows: (readonly string[])[] = [
      [
        "Node",
        "targets",
        "attempts",
        "failed",
        "wall s",
        "ms an attempt",
        "against half as many",
        "CPU ms an attempt",
        "peak MB",
        "",
      ],
    ];
    for (const { name, node } of nodes) {
      let before: number | undefined;
      for (const count of TARGETS) {
        const batch = lines(count);
        const asked = { authorities: [scene.authority.certificate], attemptMs: ATTEMPT_MS, batches: [batch] };
        const { wall, cpu, peak, failed } = await take(asked, node);
        const each = wall / batch.length;
        const isSteady = before === undefined || each <= before * STEADY;
        rows.push([
          ...[name, String(count), String(batch.length), failed, (wall / 1000).toFixed(2), each.toFixed(2)],
          before === undefined ? "" : ratio(each, before),
          (cpu / batch.length).toFixed(2),
          peak.toFixed(0),
          verdict(isSteady && (count > 1000 || peak <= MOST_MB)),
        ]);
        before = each;
      }
    }
    printTable(
      `Targets by the hundred on ${ROUTES} routes, one in ten refused, slow or black-holed each`,
      rows,
    );
    say(
      `\n  ok: no more time for an attempt than with half as many, and at most ${MOST_MB} MB for 1000 targets.`,
    );
  } finally {
    await scene.close();
  }
}

/** Medians of some rounds, each in a fresh process: milliseconds, MB, and how many attempts failed, as they must. */
async function take(asked: Asked, node: string) {
  const runs = (await rounds(ROUNDS, () => measureAnew(asked, node))).flatMap(({ batches }) => batches);
  const failed = runs.map(
    ({ observations }) => observations.filter(({ outcome }) => outcome !== "ok").length,
  );
  return {
    wall: median(runs.map(({ ms }) => ms)),
    cpu: median(runs.map(({ cpuMs }) => cpuMs)),
    peak: median(runs.map(({ rssMb }) => rssMb)),
    failed: [...new Set(failed)].join(" or "),
  };
}
