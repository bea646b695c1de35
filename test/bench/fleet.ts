import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Report } from "../../src/model/report.ts";
import type { Asking } from "./bench.ts";
import { ratio, verdict } from "./rig/figures.ts";
import { writeReports } from "./rig/many-reports.ts";
import { AS_STARTED } from "./rig/measuring.ts";
import { runProgram } from "./rig/run-program.ts";
import { printTable, say } from "./rig/table.ts";

const MACHINES = 10_000;
/** How long it may take on two cores, and the most memory that it may hold. */
const MOST_S = 30;
const MOST_MB = 300;
const FACES = ["table", "json", "html"];
const PARSE_ALL = fileURLToPath(new URL("./parse-all.js", import.meta.url));
/** Loaded before the program: says at its end what it held at most. */
const TELL_MEMORY = fileURLToPath(new URL("./tell-memory.js", import.meta.url));

/** Ten thousand reports as one: time and memory, beside nothing but parsing the same files. */
export async function fleet({ program, nodes }: Asking): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "proxy-doctor-fleet-"));
  const reports = join(folder, "reports");
  try {
    const [usual, odd] = [await reportOf(program, "healthy"), await reportOf(program, "misrouted-metadata")];
    const bytes = writeReports(reports, MACHINES, usual, odd);
    const rows: (readonly string[])[] = [
      ["Node", "command", "wall s", `at most ${MOST_S}`, "of parsing alone", "peak MB", `at most ${MOST_MB}`],
    ];
    for (const { name, node } of nodes) {
      const run = (words: readonly string[]) =>
        runProgram(node, [...AS_STARTED, "--import", pathToFileURL(TELL_MEMORY).href, ...words]);
      const bare = told(await run([PARSE_ALL, reports]));
      rows.push([name, "JSON.parse", seconds(bare.ms), "", "", megabytes(bare.kb), ""]);
      for (const face of FACES) {
        const words = [
          program,
          "fleet",
          reports,
          "--format",
          face,
          "--output",
          join(folder, face),
          "--exit-zero",
        ];
        const { ms, kb } = told(await run(words));
        const met = [verdict(ms <= MOST_S * 1000), verdict(kb <= MOST_MB * 1024)];
        rows.push([
          name,
          `fleet --format ${face}`,
          seconds(ms),
          met[0] ?? "",
          ratio(ms, bare.ms),
          megabytes(kb),
          met[1] ?? "",
        ]);
      }
    }
    say(`\n${MACHINES} reports, ${(bytes / 1e6).toFixed(0)} MB`);
    printTable("Fleet", rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function reportOf(program: string, world: string): Promise<Report> {
  const words = ["check", "--lab", world, "--format", "json", "--exit-zero", "--role", "nomad-client"];
  const { stdout } = await runProgram(process.execPath, [...AS_STARTED, program, ...words]);
  return JSON.parse(stdout);
}

/** What a run took, by the last word that it was made to say. */
function told({ ms, stdout, status }: Awaited<ReturnType<typeof runProgram>>) {
  const [, kb] = /maxRSS (\d+)\n$/.exec(stdout) ?? [];
  if (status !== 0 || kb === undefined) throw new Error(`a run ended with ${status}`);
  return { ms, kb: Number(kb) };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function megabytes(kb: number): string {
  return (kb / 1024).toFixed(0);
}
