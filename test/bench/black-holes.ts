import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failedPhase } from "../../src/model/observation.ts";
import type { Report } from "../../src/model/report.ts";
import type { Asking } from "./bench.ts";
import { median, ms, ratio, rounds, verdict } from "./rig/figures.ts";
import { AS_STARTED, measureAnew } from "./rig/measuring.ts";
import { runProgram } from "./rig/run-program.ts";
import { openScene, openTargets, startProxy } from "./rig/scene.ts";
import { printTable } from "./rig/table.ts";

type Checked = { readonly program: string; readonly root: string };

const TIMEOUT_S = 3;
const ROUNDS = 3;
/** Our whole time is to be no more than so much of the timeout. */
const MOST_OF_TIMEOUT = 1.1;
/** So much slower is curl, one command after another, and so near to us is one curl for all. */
const SLOWER_ONE_BY_ONE = 10;
const AS_FAST = 1.1;

const CURL = ["-q", "-s", "--no-progress-meter", "--noproxy", "", "-k", "--max-time", String(TIMEOUT_S)];
/** curl's status where one transfer took too long. */
const CURL_TIMED_OUT = 28;

/** Forty attempts of which half are black-holed: ours, curl's one after another, and curl's all at once. */
export async function blackHoles({ program, nodes }: Asking): Promise<void> {
  const scene = await openScene();
  const root = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
  try {
    const { plain, secure, vanished } = await openTargets(scene, 0);
    const proxy = `127.0.0.1:${await scene.open(startProxy())}`;
    const hole = new URL(vanished).host;
    const urls = Array.from({ length: 10 }, () => [plain, vanished, secure, vanished]).flat();
    const asked = {
      authorities: [scene.authority.certificate],
      attemptMs: TIMEOUT_S * 1000,
      batches: [urls.map((url) => ({ url }))],
    };
    const parallel = median(await rounds(ROUNDS, () => curlAtOnce(urls)));
    const oneByOne = await curlOneByOne(urls);
    const rows: (readonly string[])[] = [
      ["what", "wall", "of the timeout", "curl at once is", "curl in turn is", ""],
    ];
    const row = (what: string, wall: number) => [
      what,
      ms(wall),
      ratio(wall, TIMEOUT_S * 1000),
      `${ratio(parallel, wall)} of it`,
      `${ratio(oneByOne, wall)} of it`,
    ];
    for (const { name, node } of nodes) {
      const runs = await rounds(ROUNDS, () => measureAnew(asked, node));
      for (const { batches } of runs)
        requireHalf(batches[0]?.observations.map(({ outcome }) => outcome) ?? []);
      const attempts = median(runs.map(({ batches }) => batches[0]?.ms ?? Number.NaN));
      const whole = median(runs.map(({ wallMs }) => wallMs));
      const isMet = (wall: number) =>
        verdict(
          wall <= TIMEOUT_S * 1000 * MOST_OF_TIMEOUT &&
            wall <= parallel * AS_FAST &&
            oneByOne >= wall * SLOWER_ONE_BY_ONE,
        );
      rows.push([...row(`${name}: the attempts alone`, attempts), isMet(attempts)]);
      rows.push([...row(`${name}: with their process`, whole), isMet(whole)]);
      const command = median(await rounds(ROUNDS, () => check({ program, root }, node, proxy, hole)));
      rows.push([...row(`${name}: proxy-doctor check`, command), isMet(command)]);
    }
    rows.push(["curl -Z --parallel-immediate", ms(parallel), ratio(parallel, TIMEOUT_S * 1000)]);
    rows.push(["40 curl commands in turn", ms(oneByOne), ratio(oneByOne, TIMEOUT_S * 1000)]);
    printTable(`40 attempts, half of them black-holed, --timeout ${TIMEOUT_S}`, rows);
  } finally {
    rmSync(root, { recursive: true });
    await scene.close();
  }
}

function requireHalf(outcomes: readonly string[]): void {
  const failed = outcomes.filter((outcome) => outcome === "failed").length;
  if (failed * 2 !== outcomes.length)
    throw new Error(`${failed} of ${outcomes.length} failed, which is not half`);
}

/**
 * The built command on real sockets: six targets where nothing listens, each directly, through three proxies that
 * say so, and through four whose packets vanish. A login in the URL makes another proxy of the same.
 */
async function check({ program, root }: Checked, node: string, proxy: string, hole: string): Promise<number> {
  const proxies = [
    `a:b@${proxy}`,
    `b:c@${proxy}`,
    `c:d@${proxy}`,
    ...["a", "b", "c", "d"].map((login) => `${login}:d@${hole}`),
  ];
  const words = [
    "--root",
    root,
    "--role",
    "services",
    "--services",
    "127.83.0.1",
    "--only",
    "services-machine",
  ];
  const run = await runProgram(node, [
    ...[
      ...AS_STARTED,
      "--",
      program,
      "check",
      ...words,
      "--timeout",
      String(TIMEOUT_S),
      "--exit-zero",
      "--format",
      "json",
    ],
    ...proxies.flatMap((each) => ["--proxy", `http://${each}`]),
  ]);
  const { observations }: Report = JSON.parse(run.stdout);
  const timedOut = observations.filter((each) => failedPhase(each)?.failure.code === "timed-out");
  if (observations.length !== 48 || timedOut.length !== 24)
    throw new Error(`${timedOut.length} of ${observations.length} timed out`);
  return run.ms;
}

async function curlAtOnce(urls: readonly string[]): Promise<number> {
  const outputs = urls.flatMap((url) => ["-o", "/dev/null", url]);
  const atOnce = ["-Z", "--parallel-immediate", "--parallel-max", String(urls.length)];
  const run = await runProgram("curl", [...CURL, ...atOnce, ...outputs]);
  if (run.status !== CURL_TIMED_OUT) throw new Error(`curl ended with ${run.status}`);
  return run.ms;
}

async function curlOneByOne(urls: readonly string[]): Promise<number> {
  let sum = 0;
  for (const url of urls) sum += (await runProgram("curl", [...CURL, "-o", "/dev/null", url])).ms;
  return sum;
}
