import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CLIENTS } from "../../../src/decide/clients/index.ts";
import { CLIENT_NAMES } from "../../../src/model/client.ts";
import { agree, parseSeen } from "../../../src/observe/compare.ts";
import { environment, routeOf, type Variables } from "./table.ts";

/** What the real programs were seen to do (`test/conformance`), so that no program is needed here. */
type Recording = {
  readonly version: string;
  readonly cases: readonly (readonly [Variables, string, string])[];
};

const folder = new URL("../../conformance/observed/", import.meta.url);
const recordings = new Map(
  readdirSync(folder).map((file): [string, Recording] => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(new URL(file, folder), "utf8")),
  ]),
);

describe("what was seen of the real programs", () => {
  test("is there for every client, a thousand cases in all", () => {
    expect([...recordings.keys()].sort()).toEqual([...CLIENT_NAMES].sort());
    const count = [...recordings.values()].reduce((total, { cases }) => total + cases.length, 0);
    expect(count).toBeGreaterThanOrEqual(1000);
  });

  test.each(CLIENT_NAMES)("is what the model of %s says", (client) => {
    const { version, cases } = recordings.get(client) ?? { version: "", cases: [] };
    const wrong = cases.flatMap(([variables, url, seen]) => {
      const decision = CLIENTS[client].decide(environment(variables), url, version);
      return agree(decision, parseSeen(seen)) ? [] : [{ variables, url, seen, model: routeOf(decision) }];
    });
    expect(wrong).toEqual([]);
  });
});
