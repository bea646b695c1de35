import { expect } from "vitest";
import type { Mark } from "../../src/model/target.ts";
import { ask, gist } from "../rig/measuring.ts";
import type { Case } from "./cases.ts";
import type { Behind } from "./recipes.ts";

/** The mark that the origin behind the programs bears. */
export const MARK: Mark = { header: { name: "x-amz-request-id", matches: "^behind$" } };

/** Measures what a case asks, by way of a port of loopback, and compares who answered with what the case says. */
export async function expectShown(asked: Case, behind: Behind, port: number): Promise<void> {
  const { as, answeredBy, shows, product, errno } = asked;
  const url = as === "proxy" ? asked.url(behind) : withPort(asked.url(behind), port);
  const proxy = as === "proxy" ? { proxy: `http://proxy.test:${port}` } : {};
  const observation = await ask({ url, ...proxy, marks: [MARK] });
  const failed = observation.phases.find((phase) => phase.status === "failed");
  expect({
    shows: gist(observation),
    answeredBy: observation.answeredBy,
    product: observation.product,
    errno: failed?.status === "failed" ? failed.failure.errno : undefined,
  }).toEqual({ shows, answeredBy, product, errno });
}

function withPort(url: string, port: number): string {
  return Object.assign(new URL(url), { port: String(port) }).href;
}
