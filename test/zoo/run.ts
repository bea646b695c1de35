import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { measure } from "../../src/measure/measure.ts";
import { type AnsweredBy, failedPhase, type Observation } from "../../src/model/observation.ts";
import { attemptOf, loopback, proxyOf, targetOf } from "../rig/measuring.ts";
import { peakMemoryKb } from "../rig/peak-memory.ts";
import { type Case, casesOf, type Fault } from "./fault.ts";
import { FAULTS } from "./faults/index.ts";
import { exchangeFor, partsOf, type RouteName } from "./routes.ts";
import type { Served } from "./serve.ts";
import type { Ports } from "./servers.ts";
import { isScrubbed, toldOf } from "./told.ts";

/** What one attempt showed: a line of the output. */
export type Shown = {
  readonly fault: string;
  readonly route: RouteName;
  readonly gist: string;
  readonly answeredBy?: AnsweredBy;
  /** The failure's, for whoever reads the output. */
  readonly errno?: string;
  readonly status?: number;
  readonly message?: string;
  readonly ms: number;
  readonly limitMs: number;
  /** Something of the network's stands raw in the observation. */
  readonly raw?: true;
};

/** The whole: the last line of the output. `left` names what keeps the process alive that was not there before. */
export type Summary = {
  readonly attempts: number;
  readonly seconds: number;
  readonly rssMb: number;
  readonly left: readonly string[];
  /** What ran it, with its version. */
  readonly program: string;
};

/** What an attempt may take that is expected to end by itself, and one that is expected to run out of time. */
const PATIENCE_MS = 15_000;
const IMPATIENCE_MS = 1200;
/** So many at once, so that on two cores no phase of a healthy peer takes its attempt's time. */
const AT_ONCE = 16;
/** Sockets that were destroyed need some turns to be gone. */
const GRACE_MS = 2000;

const { values } = parseArgs({ options: { only: { type: "string" }, "servers-node": { type: "string" } } });

const child = fork(fileURLToPath(new URL("./serve.mjs", import.meta.url)), [], {
  execPath: values["servers-node"] ?? process.execPath,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
const { ports, authorities } = await served(child);
const network = loopback(authorities);
const cases = casesOf(FAULTS).filter(({ fault }) => fault.name.includes(values.only ?? ""));

// The output's own handle is there from the beginning.
process.stdout.write("");
const before = process.getActiveResourcesInfo();
const begun = performance.now();
const limit = pLimit(AT_ONCE);
await Promise.all([...cases].sort(byPatience).map((each) => limit(async () => print(await show(each)))));
const summary: Summary = {
  attempts: cases.length,
  seconds: Math.round((performance.now() - begun) / 100) / 10,
  rssMb: Math.round(peakMemoryKb() / 1024),
  left: await leftOver(before),
  program:
    process.versions["bun"] === undefined ? `Node ${process.version}` : `Bun ${process.versions["bun"]}`,
};
print(summary);
// From here on nothing is to be left: the process ends by itself.
child.disconnect();

function served(from: ChildProcess): Promise<Served> {
  return new Promise((resolve, reject) => {
    from.once("message", (message) => resolve(message as Served));
    from.once("exit", (code) => reject(new Error(`the servers ended with ${code}`)));
  });
}

async function show(each: Case): Promise<Shown> {
  const { fault, route } = each;
  const limitMs = limitFor(each);
  const proxy = proxyFor(fault, route);
  const planned = attemptOf(
    targetOf({
      url: urlFor(fault, route),
      exchange: exchangeFor(partsOf(route).asked),
      marks: [{ header: { name: "server", matches: "^good$" } }, { body: "^SSH-2\\.0-good" }],
    }),
    proxy,
  );
  const proxies = new Map(proxy === undefined ? [] : [[proxy.id, proxy]]);
  const start = performance.now();
  const stop = new AbortController();
  const [observation] = await measure([planned], proxies, network, { attemptMs: limitMs }, stop.signal);
  const ms = Math.round(performance.now() - start);
  if (observation === undefined) throw new Error("no observation");
  return {
    fault: fault.name,
    route,
    gist: toldOf(observation),
    ...wordsOf(observation),
    ms,
    limitMs,
    ...(isScrubbed(observation) ? {} : { raw: true }),
  };
}

function wordsOf(observation: Observation): Pick<Shown, "answeredBy" | "errno" | "status" | "message"> {
  if (observation.outcome === "broken") return {};
  const { answeredBy } = observation;
  const failure = failedPhase(observation)?.failure;
  if (failure === undefined) return { answeredBy };
  const { errno, status, message } = failure;
  return {
    answeredBy,
    message,
    ...(errno === undefined ? {} : { errno }),
    ...(status === undefined ? {} : { status }),
  };
}

function urlFor({ name, who }: Fault, route: RouteName): string {
  const { asked } = partsOf(route);
  const peer = who === "target" ? name : asked === "ssh" ? "good ssh" : "good target";
  return `${asked}://target.test:${portOf(ports[peer], asked === "https")}/`;
}

function proxyFor({ name, who, login }: Fault, route: RouteName): ReturnType<typeof proxyOf> | undefined {
  const { proxy } = partsOf(route);
  if (proxy === undefined) return undefined;
  const good = proxy.startsWith("socks") ? "good socks" : "good http";
  const port = portOf(ports[who === "proxy" ? name : good], proxy === "https");
  return proxyOf(`${proxy}://${login === undefined ? "" : `${login}@`}proxy.test:${port}`);
}

/** The port that fits, or the only one there is: a fault may be that the wrong one is asked. */
function portOf(of: Ports | undefined, isSecured: boolean): number {
  const port = (isSecured ? of?.secured : of?.plain) ?? of?.plain ?? of?.secured;
  if (port === undefined) throw new Error("not served");
  return port;
}

function limitFor({ shows }: Case): number {
  return isLong(shows) ? IMPATIENCE_MS : PATIENCE_MS;
}

function isLong(shows: Case["shows"]): boolean {
  const words = typeof shows === "string" ? [shows] : shows.either;
  return words.some((each) => each.includes("timed-out"));
}

/** Those that run out of time last, and together: they ask for nothing but time. */
function byPatience(one: Case, other: Case): number {
  return Number(isLong(one.shows)) - Number(isLong(other.shows));
}

async function leftOver(known: readonly string[]): Promise<readonly string[]> {
  const end = performance.now() + GRACE_MS;
  for (;;) {
    const left = [...process.getActiveResourcesInfo()];
    for (const each of known) if (left.includes(each)) left.splice(left.indexOf(each), 1);
    if (left.length === 0 || performance.now() > end) return left;
    await pause(20, undefined, { ref: false });
    // An unreferenced pause lets the process end; the servers' channel keeps it until they are told.
  }
}

function print(line: Shown | Summary): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
