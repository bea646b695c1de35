import { PROBES } from "../../probes/index.ts";
import { namedProxy } from "../decide/proxies.ts";
import { check } from "../doctor.ts";
import type { InstallationFlags } from "../model/installation.ts";
import type { Report } from "../model/report.ts";
import { RENDERERS } from "../render/index.ts";
import { VERSION } from "../version.ts";
import { EXIT, type ExitCode, type ExitPolicy, exitCodeOf } from "./exit-code.ts";
import { writeNamed } from "./files.ts";
import { type CheckOptions, parseCheckOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { fileOptions, terminalOptions } from "./terminal-options.ts";
import { UsageError } from "./usage-error.ts";
import { openWorld } from "./world.ts";

/** `check`: runs one check, prints its report, and gives the exit status. */
export async function runCheck(raw: unknown): Promise<ExitCode> {
  const options = parseCheckOptions(raw);
  requireKnown("--only", options.only);
  requireKnown("--skip", options.skip);
  const report = await measured(options);
  const text = rendered(report, options);
  if (options.output === undefined) process.stdout.write(text);
  else await writeNamed("--output", options.output, text);
  return exitCodeOf(report, policyOf(options));
}

async function measured(options: CheckOptions): Promise<Report> {
  const world = await openWorld(options);
  const progress = await progressLine(!options.quiet);
  const run = new AbortController();
  const interrupt = () => (run.signal.aborted ? process.exit(EXIT.incomplete) : run.abort("interrupt"));
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const deadline = setTimeout(() => run.abort("deadline"), options.deadline * 1000);
  try {
    return await check({
      machine: world.machine,
      network: world.network,
      flags: { ...world.flags, ...flagsOf(options) },
      proxies: options.proxy.map(namedProxy),
      only: options.only,
      skip: options.skip,
      measuring: { attemptMs: options.timeout * 1000, onProgress: progress.update },
      signal: run.signal,
      clock: () => new Date(),
      version: VERSION,
    });
  } finally {
    clearTimeout(deadline);
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    progress.end();
    await world.close();
  }
}

function flagsOf({ role, egress, region, services, ghe, bucket }: CheckOptions): InstallationFlags {
  return {
    ...(role === undefined ? {} : { role }),
    ...(egress === undefined ? {} : { egress }),
    ...(region === undefined ? {} : { region }),
    ...(services === undefined ? {} : { services }),
    ...(ghe === undefined ? {} : { ghe }),
    ...(bucket === undefined ? {} : { bucket }),
  };
}

function rendered(report: Report, { format, quiet, color, output }: CheckOptions): string {
  return RENDERERS[format](report, {
    ...(output === undefined ? terminalOptions(color) : fileOptions()),
    detail: quiet ? "findings-only" : "full",
  });
}

function policyOf({ exitZero, strict }: CheckOptions): ExitPolicy {
  if (exitZero) return "never";
  return strict ? "errors-and-warnings" : "errors";
}

/** Refuses names that no probe knows; an empty installation lists every target there is. */
function requireKnown(option: string, names: readonly string[]): void {
  const nothing = {
    role: "services",
    egress: "standard",
    region: "us-east-1",
    onEc2: "unknown",
    addresses: [],
    programs: {},
  } as const;
  const probes = Object.keys(PROBES);
  const targets = Object.values(PROBES).flatMap((probe) => probe(nothing).map(({ id }): string => id));
  const unknown = names.find((name) => !probes.includes(name) && !targets.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `${option}: there is no target or probe "${unknown}"; the probes are ${probes.join(", ")}`,
    );
  }
}
