import { runProgram } from "./run-program.ts";

/** curl's own figures of one transfer, each in milliseconds since its start (curl(1), `--write-out`). */
export type CurlTimes = {
  readonly namelookup: number;
  readonly connect: number;
  readonly appconnect: number;
  readonly pretransfer: number;
  readonly starttransfer: number;
};

const NAMES = ["namelookup", "connect", "appconnect", "pretransfer", "starttransfer"] as const;
const FORMAT = `${NAMES.map((name) => `%{time_${name}}`).join(" ")}\\n`;

/** No settings of this machine's, one connection for each transfer, no ticket of an earlier one. */
const COMMON = ["-q", "-s", "--no-progress-meter", "--http1.1", "--no-sessionid", "--noproxy", ""];

/** Transfers one URL `count` times at once with one curl; gives its figures for each. */
export async function curlTimes(
  url: string,
  words: readonly string[],
  count = 1,
): Promise<readonly CurlTimes[]> {
  const atOnce = count > 1 ? ["-Z", "--parallel-immediate", "--parallel-max", String(count)] : [];
  const urls = Array.from({ length: count }, () => ["-o", "/dev/null", url]).flat();
  const { stdout, status } = await runProgram("curl", [
    ...COMMON,
    ...words,
    ...atOnce,
    "-w",
    FORMAT,
    ...urls,
  ]);
  const lines = stdout.trim().split("\n");
  if (status !== 0 || lines.length !== count) throw new Error(`curl ${url} ended with ${status}`);
  return lines.map((line) => {
    const figures = line.split(" ").map((figure) => Number(figure) * 1000);
    return Object.fromEntries(NAMES.map((name, index) => [name, figures[index]])) as CurlTimes;
  });
}
