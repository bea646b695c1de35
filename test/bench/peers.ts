import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Company } from "../network/company/company.ts";
import { checked, TIMEOUT_S, wordsOf } from "../network/company/doctor.ts";
import { MACHINES } from "../network/company/places.ts";
import type { Plan } from "../network/company/plan.ts";
import type { Asking } from "./bench.ts";
import { blackboxExporter, type Contender, curlAtOnce, curlInTurn } from "./peers/contenders.ts";
import { notOverHttp, requestsOf } from "./peers/requests.ts";
import { median, ratio } from "./rig/figures.ts";
import { AS_STARTED } from "./rig/measuring.ts";
import { printTable, say } from "./rig/table.ts";

type Usage = { readonly wallMs: number; readonly cpuMs: number; readonly kb: number };
/** What one round of a contender took, and how many requests of it arrived at a server. */
type Round = Usage & { readonly arrived: number };

const CONDITIONS: Readonly<Record<string, { readonly plan: Plan; readonly rounds: number }>> = {
  "all is right": { plan: {}, rounds: 9 },
  "the proxy is a black hole": {
    plan: { firewall: { faults: [`ip daddr ${MACHINES.proxy} tcp dport 3128 drop`] } },
    rounds: 3,
  },
};
/** Who waits for one dead end after another. */
const MOST_SECONDS = 400;
const USAGE = "/run/usage";
/** Given no more time, not to be run, not there, killed; with any other status there was something to tell. */
const NOT_RUN: readonly (number | null)[] = [124, 126, 127, 137, null];

/** A full check on the Services machine, beside the same requests by others; each in every round. */
export async function peers(company: Company, { root, nodes }: Asking): Promise<void> {
  const services = company.machines.services;
  for (const [condition, { plan, rounds }] of Object.entries(CONDITIONS)) {
    await company.arrange(plan);
    const skipped = ["--skip", notOverHttp(await checked(services, "standard")).join()];
    const requests = requestsOf(await checked(services, "standard", skipped));
    const check = wordsOf("check", "standard", [...skipped, "--format", "json"]);
    const exporter = await blackboxExporter(services, requests);
    const contenders: readonly Contender[] = [
      ...nodes.flatMap(({ name, node }) => [
        { name: `proxy-doctor check, Node ${name}`, words: [node, ...AS_STARTED, "--", ...check] },
        {
          name: `- with no program to ask, Node ${name}`,
          words: ["env", "PATH=/nowhere", node, ...AS_STARTED, "--", ...check],
        },
      ]),
      curlInTurn(requests),
      curlAtOnce(requests),
      ...(exporter === undefined ? [] : [exporter]),
      ...nodes.map(({ name, node }) => ({ name: `node -e 0, Node ${name}`, words: [node, "-e", "0"] })),
    ];
    const taken = new Map(contenders.map(({ name }): [string, Round[]] => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const each of contenders) taken.get(each.name)?.push(await takeRound(company, root, each));
    }
    print(`${condition}: ${requests.length} requests, --timeout ${TIMEOUT_S}, medians of ${rounds}`, taken);
    if (exporter === undefined)
      say("\n  blackbox exporter: not installed (Debian's prometheus-blackbox-exporter)");
  }
}

async function takeRound(company: Company, root: string, { name, words }: Contender): Promise<Round> {
  const { services } = company.machines;
  const mark = company.log.mark();
  const meter = ["python3", join(root, "test", "bench", "peers", "usage.py"), USAGE];
  const { code, stderr } = await services.login([...meter, ...words], { seconds: MOST_SECONDS });
  if (NOT_RUN.includes(code)) throw new Error(`${name} ended with ${code}: ${stderr}`);
  const usage: Usage = JSON.parse(readFileSync(join(services.root, USAGE), "utf8"));
  return { ...usage, arrived: company.log.since(mark).filter(({ path }) => path !== "").length };
}

/** Each as a share of the first, which is ours. */
function print(title: string, taken: ReadonlyMap<string, readonly Round[]>): void {
  const [ours = []] = taken.values();
  const rows = [...taken].map(([name, rounds]) => {
    const cells = (of: (round: Round) => number, unit: number, digits: number) => {
      const figure = median(rounds.map(of));
      return [(figure / unit).toFixed(digits), ratio(figure, median(ours.map(of)))];
    };
    return [
      name,
      ...cells(({ wallMs }) => wallMs, 1000, 2),
      ...cells(({ cpuMs }) => cpuMs, 1000, 2),
      ...cells(({ kb }) => kb, 1024, 0),
      String(median(rounds.map(({ arrived }) => arrived))),
    ];
  });
  printTable(title, [
    ["what", "wall s", "of ours", "CPU s", "of ours", "largest process MB", "of ours", "arrived"],
    ...rows,
  ]);
}
