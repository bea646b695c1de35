import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TRUST } from "../../src/decide/trust/index.ts";
import type { TrustStoreId } from "../../src/model/trust.ts";
import { trustedBy } from "../decide/trust/predicted.ts";
import { refuseOutside } from "./conform.ts";
import { casesOf, namingIntermediate, namingRoot, type TrustCase } from "./trust/cases.ts";
import { BUNDLE } from "./trust/named.ts";
import { CALLERS, type Caller, PYTHON } from "./trust/programs.ts";
import type { Server } from "./trust/servers.ts";
import { layOut, type Stores } from "./trust/stores.ts";

const MINUTES = 60_000;

/** What every program gets besides the settings of a case. */
const BARE = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", LC_ALL: "C.UTF-8" };

// Stores are laid over the machine's own, at the places that Debian has for them.
describe.skipIf(!existsSync(BUNDLE))("a program trusts whom its model says", () => {
  let stores: Stores;
  beforeAll(async () => {
    refuseOutside();
    stores = await layOut(PYTHON);
  }, MINUTES);
  afterAll(() => stores?.close());

  for (const caller of CALLERS) {
    test(caller.client, { timeout: 5 * MINUTES }, async ({ skip }) => {
      const { client } = caller;
      const version = await caller.version();
      if (version === undefined) return skip(`${client} is not installed`);
      await caller.build?.(stores.folder);

      const all = [...stores.servers.keys()];
      const rows: Row[] = [];
      const wrong: string[] = [];
      for (const one of casesOf(client, stores.named)) {
        const asked = await trusting(caller, one, [...stores.servers.values()]);
        const trusted = all.filter((id) => asked.some((server) => server === stores.servers.get(id)));
        rows.push([one, ...trusted]);
        const predicted = trustedBy(client, one, version, stores.seen, all);
        if (predicted.some((each) => String(each) === String(trusted))) continue;
        wrong.push(`${JSON.stringify(one)} model: ${JSON.stringify(predicted)} program: ${trusted}`);
      }
      expect(wrong).toEqual([]);
      if (process.env["CONFORMANCE_RECORD"]) record(caller, version, rows);

      const { viaIntermediate, flawed, named } = stores;
      const stopping = await trusting(caller, namingIntermediate(client, named), [viaIntermediate]);
      const stops = TRUST[client].stopsAtIntermediate(version);
      if (stops !== "unknown") expect(stopping.length > 0 ? "yes" : "no").toBe(stops);
      expect(await trusting(caller, namingRoot(client, named), Object.values(flawed))).toEqual([]);
    });
  }

  /** Those of some servers to which a program sends a request. */
  const trusting = async (caller: Caller, one: TrustCase, servers: readonly Server[]) => {
    const env = { ...BARE, ...one.environment };
    const urls = servers.map(({ url }) => url);
    const commands = caller.commands(urls, one.options ?? {}, stores.folder);
    await Promise.all(
      commands.map(
        ([program, ...args]) =>
          new Promise<void>((resolve) => {
            execFile(program, args, { env, timeout: MINUTES / 2, killSignal: "SIGKILL" }, () => resolve());
          }),
      ),
    );
    return servers.filter((server) => server.wasAsked());
  };

  type Row = readonly [TrustCase, ...TrustStoreId[]];

  /** For `npm test`, under names that are the same everywhere. */
  const record = ({ client }: Caller, version: string, rows: readonly Row[]) => {
    const { bundles, servers, folder } = stores;
    const head = JSON.stringify({ version, stores: [...servers.keys()], bundles }).slice(0, -1);
    const lines = rows.map((row) => JSON.stringify(row));
    const text = `${head},"cases":[\n${lines.join(",\n")}\n]}\n`.replaceAll(folder, "/stores");
    const target = new URL("./trust/observed/", import.meta.url);
    mkdirSync(target, { recursive: true });
    writeFileSync(new URL(`${client}.json`, target), text);
  };
});
