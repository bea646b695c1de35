import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobFile } from "./job-file.ts";
import { blocks } from "./job-file.ts";

/** What became of an allocation. */
export type Allocation = {
  readonly status: number | null;
  readonly stderr: string;
  /** What `nomad alloc fs ALLOCATION alloc/data/report.json` would show. */
  readonly report: string | undefined;
};

/**
 * Runs the task of a job as a client's raw_exec does: in the task's folder, its template rendered there, with the
 * agent's environment and what Nomad adds to it (HashiCorp, "Runtime environment settings").
 */
export async function runTask(
  { task }: JobFile,
  meta: Readonly<Record<string, string>>,
  agentEnvironment: Readonly<Record<string, string>> = {},
): Promise<Allocation> {
  const folder = mkdtempSync(join(tmpdir(), "allocation-"));
  const places = {
    alloc: join(folder, "alloc"),
    task: join(folder, "check"),
    local: join(folder, "check/local"),
  };
  mkdirSync(join(places.alloc, "data"), { recursive: true });
  mkdirSync(places.local, { recursive: true });
  for (const { destination, data, perms } of blocks(task, "template")) {
    const mode = Number.parseInt(String(perms), 8);
    writeFileSync(join(places.task, String(destination)), String(data), { mode });
  }
  const [config] = blocks(task, "config");
  const child = spawn(String(config?.["command"]), config?.["args"] as string[], {
    cwd: places.task,
    env: {
      PATH: process.env["PATH"],
      ...agentEnvironment,
      NOMAD_ALLOC_DIR: places.alloc,
      NOMAD_TASK_DIR: places.local,
      ...Object.fromEntries(
        Object.entries(meta).map(([name, value]) => [`NOMAD_META_${name.toUpperCase()}`, value]),
      ),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [status] = await once(child, "close");
  const path = join(places.alloc, "data/report.json");
  const report = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  rmSync(folder, { recursive: true, force: true });
  return { status, stderr, report };
}
