/**
 * Standard error, where what goes wrong is told and how far the work is. Where it cannot be written nobody can be told
 * so; the exit status still says how the run ended.
 */
export function errorStream(): typeof process.stderr {
  if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => undefined);
  return process.stderr;
}
