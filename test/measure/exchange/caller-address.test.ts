import { expect, test } from "vitest";
import { ask, phaseOf } from "../../rig/measuring.ts";
import { startPeer } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";

const tells = { kind: "http", method: "GET", headers: {}, tells: "caller-address" } as const;
const marks = [{ status: [200], body: "^\\s*[0-9a-f.:]{3,45}\\s*$" }];

async function told(body: string, exchange = {}, headers: readonly string[] = []): Promise<unknown> {
  const port = await startPeer(talk.says(talk.answer("200 OK", headers, body)));
  const url = `http://echo.test:${port}/`;
  const response = phaseOf(await ask({ url, marks, exchange: { ...tells, ...exchange } }), "response");
  return response?.status === "ok" ? response.facts.callerAddress : response;
}

test.each([
  ["203.0.113.7", "203.0.113.7"],
  [" 203.0.113.7\n", "203.0.113.7"],
  ["2001:db8::7", "2001:db8::7"],
  ["203.0.113.256", undefined],
  ["1.2.3", undefined],
  ["fade", undefined],
  ["<html>203.0.113.7</html>", undefined],
])("who tells callers their address and says %j has them at %j", async (body, address) => {
  expect(await told(body)).toBe(address);
});

test("an address in another target's answer is not the caller's", async () => {
  expect(await told("203.0.113.7", { tells: undefined })).toBe(undefined);
});

test("an address that a proxy answers with is nobody's", async () => {
  expect(await told("203.0.113.7", {}, ["X-Squid-Error: ERR_NONE 0"])).toBe(undefined);
});
