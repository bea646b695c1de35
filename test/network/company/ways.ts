import { setTimeout } from "node:timers/promises";
import { CALLERS, type CallerName } from "./callers.ts";
import type { Company } from "./company.ts";
import type { Asked } from "./log.ts";
import { EGRESS, MACHINES, type MachineName } from "./places.ts";

/** Which way a call arrived, by its server and, where it was the proxy's, by the proxy too; `lost` where it did not. */
export type Way = "direct" | "proxy" | "lost" | "by a proxy that knows nothing of it";

/** A call of a component. */
export type Call = { readonly by: CallerName; readonly url: string };

/** By the component and the host that it calls. */
export type Ways = Readonly<Record<string, Way>>;

const PROXYS: ReadonlySet<string> = new Set([EGRESS.proxy, MACHINES.proxy]);
/** Programs that call what they will are known by the name that they give. */
const AGENTS: Partial<Record<CallerName, RegExp>> = { "aws-commands": /aws-cli/i, apt: /APT/ };
const METADATA = "169.254.169.254";

export function nameOf({ by, url }: Call): string {
  return `${by} > ${new URL(url).hostname}`;
}

/** Makes calls on a machine with the real programs, all at once, and tells which way each went. */
export async function waysOf(company: Company, on: MachineName, calls: readonly Call[]): Promise<Ways> {
  const { log, machines, drivers } = company;
  const mark = log.mark();
  const made = calls.filter((call) => !isAlong(call));
  await Promise.all(made.map(({ by, url }) => CALLERS[by](machines[on], marked(by, url), drivers)));
  const seen = log.since(mark);
  const ways = calls.map(async (call) => {
    const found = seen.filter((asked) => isOf(asked, call));
    return [nameOf(call), await wayOf(company, call, found)] as const;
  });
  return Object.fromEntries(await Promise.all(ways));
}

/** The AWS command asks for its credentials on the way to whatever it calls. */
function isAlong({ by, url }: Call): boolean {
  return by === "aws-commands" && new URL(url).hostname === METADATA;
}

function marked(by: CallerName, url: string): string {
  return AGENTS[by] === undefined ? `${url}?by=${by}` : url;
}

function isOf({ host, path, agent }: Asked, { by, url }: Call): boolean {
  return host === new URL(url).hostname && (AGENTS[by]?.test(agent) ?? path.endsWith(`?by=${by}`));
}

async function wayOf({ proxyLog }: Company, { url }: Call, seen: readonly Asked[]): Promise<Way> {
  if (seen.length === 0) return "lost";
  if (!seen.some(({ from }) => PROXYS.has(from))) return "direct";
  // A proxy tells of a tunnel when it is closed.
  for (let tries = 0; tries < 50; tries++) {
    if (proxyLog().includes(new URL(url).hostname)) return "proxy";
    await setTimeout(20);
  }
  return "by a proxy that knows nothing of it";
}
