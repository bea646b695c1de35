import type { Network } from "../measure/network.ts";
import { tunnelEndWords } from "../messages/tunnel-ends.ts";
import { duration } from "../messages/tunnel-words.ts";
import type { PortSight, TunnelEnd } from "../model/tunnel.ts";
import { oneLine } from "../render/told/one-line.ts";
import { LOGIN_VARIABLE, urlWithLogin } from "../tunnel/login.ts";
import { openTunnel } from "../tunnel/open-tunnel.ts";
import { findProgram } from "../tunnel/programs.ts";
import { consoleHere, consoleOf } from "../tunnel/targets.ts";
import type { AdvisedTunnel } from "./advised-tunnel.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { errorStream } from "./standard-error.ts";
import { standardOutput } from "./standard-output.ts";
import { StoppedError } from "./stopped-error.ts";
import type { TunnelOptions } from "./tunnel-options.ts";

/** Opens the advised tunnel, says when the console answers through it, and keeps it until Ctrl-C. */
export async function keepTunnelOpen(
  { advice, through }: AdvisedTunnel,
  { timeout, deadline }: TunnelOptions,
  network: Network,
  signal: AbortSignal,
): Promise<ExitCode> {
  const program = await findProgram("ssh");
  if (program === undefined) throw new StoppedError("--open: there is no ssh in PATH");
  const hungUp = new AbortController();
  // A terminal that is closed takes its programs with it, but for those in a group of their own.
  const hangUp = () => hungUp.abort("interrupt");
  process.once("SIGHUP", hangUp);
  say(`Opening it: ${advice.command}`);
  try {
    const end = await openTunnel({
      program,
      words: advice.words,
      environment: {
        ...process.env,
        ...(through?.credentials && { [LOGIN_VARIABLE]: urlWithLogin(through) }),
      },
      isInteractive: process.stdin.isTTY === true,
      hear: (line) => errorStream().write(`ssh: ${oneLine(line.replace(/^ssh: /, ""))}\n`),
      target: consoleHere(consoleOf(advice.services, advice.consolePort), advice.here.port),
      network,
      attemptMs: timeout * 1000,
      deadlineMs: deadline * 1000,
      signal: AbortSignal.any([signal, hungUp.signal]),
      onUp: (sight) => say(upWords(sight, advice.address)),
    });
    say(tunnelEndWords(end));
    return exitCodeOf(end);
  } finally {
    process.off("SIGHUP", hangUp);
  }
}

function upWords({ ms }: PortSight, address: string): string {
  return `The console answers through the tunnel after ${duration(ms)}. Open ${address} and leave this running; Ctrl-C closes it.`;
}

function say(text: string): void {
  standardOutput().write(`\n${oneLine(text)}\n`);
}

function exitCodeOf(end: TunnelEnd): ExitCode {
  if (end.by === "request") return end.wasUp ? EXIT.clean : EXIT.incomplete;
  return end.by === "ssh" && end.end.kind === "not-started" ? EXIT.incomplete : EXIT.findings;
}
