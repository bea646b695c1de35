import { access, constants } from "node:fs/promises";
import type { TunnelAdvice } from "../model/tunnel.ts";
import { renderTunnel } from "../render/terminal/tunnel-sheet.ts";
import { renderTunnelJson } from "../render/tunnel-json.ts";
import { advisedTunnel } from "./advised-tunnel.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { keepTunnelOpen } from "./opened-tunnel.ts";
import { reasonOf } from "./reasons.ts";
import { standardOutput } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";
import { parseTunnelOptions, type TunnelOptions } from "./tunnel-options.ts";
import { UsageError } from "./usage-error.ts";
import { openWorld } from "./world.ts";

/** `tunnel`: says how port 8800 is reached and, with `--open`, opens the tunnel. Gives the exit status. */
export async function runTunnel(raw: unknown): Promise<ExitCode> {
  const options = parseTunnelOptions(raw);
  if (options.identity !== undefined) await requireReadable(options.identity);
  return stoppable(async (signal) => {
    const world = await openWorld(options, signal);
    try {
      const advised = await advisedTunnel(options, world, signal);
      standardOutput().write(told(advised.advice, options));
      if (signal.aborted) return EXIT.incomplete;
      return options.open
        ? await keepTunnelOpen(advised, options, world.network, signal)
        : exitCodeOf(advised.advice);
    } finally {
      await world.close();
    }
  });
}

function told(advice: TunnelAdvice, { format, quiet, color }: TunnelOptions): string {
  if (format === "json") return renderTunnelJson(advice);
  const face = faceOf(standardOutput(), process.env, color);
  return renderTunnel(advice, { ...face, detail: quiet ? "findings-only" : "full" });
}

function exitCodeOf({ cause }: TunnelAdvice): ExitCode {
  if (cause === "answers") return EXIT.clean;
  return cause === "unmeasured" ? EXIT.incomplete : EXIT.findings;
}

async function requireReadable(identity: string): Promise<void> {
  await access(identity, constants.R_OK).catch((error: unknown) => {
    throw new UsageError(`--identity: cannot read ${identity}: ${reasonOf(error)}`);
  });
}
