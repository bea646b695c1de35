// Measures what standard input asks for, in a process of its own, and says what it saw. The driver bundles it, so
// that what is measured is the code that ships, started anew, under whatever Node there is.
import { text } from "node:stream/consumers";
import { namedProxy } from "../../../src/decide/proxies.ts";
import { measure } from "../../../src/measure/measure.ts";
import { systemNetwork } from "../../../src/measure/system-network.ts";
import { type Attempt, attemptId } from "../../../src/model/observation.ts";
import { DIRECT, type Proxy, routeId, routeThrough } from "../../../src/model/route.ts";
import type { Target } from "../../../src/model/target.ts";
import { givenStore } from "../../../src/model/trust.ts";
import { peakMemoryKb } from "../../rig/peak-memory.ts";
import type { Asked, Line, Measured } from "./measuring.ts";

const { authorities, attemptMs, batches }: Asked = JSON.parse(await text(process.stdin));
const network = systemNetwork([givenStore(authorities)]);
const measured: Measured[] = [];
for (const batch of batches) {
  const proxies = new Map<string, Proxy>();
  const attempts = batch.map((line, index) => attemptOf(line, index, proxies));
  const [begun, idle] = [performance.now(), process.cpuUsage()];
  const observations = await measure(attempts, proxies, network, { attemptMs }, new AbortController().signal);
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(idle);
  measured.push({
    ms,
    cpuMs: (user + system) / 1000,
    rssMb: peakMemoryKb() / 1024,
    observations,
  });
}
network.close();
process.stdout.write(JSON.stringify(measured));

function attemptOf({ url, proxy, exchange }: Line, index: number, proxies: Map<string, Proxy>): Attempt {
  const target: Target = {
    id: `bench/${index}`,
    url,
    exchange: exchange === "connect" ? { kind: "connect" } : { kind: "http", method: "GET", headers: {} },
    marks: [{ header: { name: "x-bench", matches: "^target$" } }],
    policy: { standard: "either", corporate: "either" },
    reason: "",
  };
  if (proxy === undefined) return { id: attemptId(target.id, routeId(DIRECT)), target, route: DIRECT };
  const known = namedProxy(proxy);
  proxies.set(known.id, known);
  const route = routeThrough(known, target);
  return { id: attemptId(target.id, routeId(route)), target, route };
}
