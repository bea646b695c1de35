import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ClientName } from "../../src/model/client.ts";
import { type Case, keepAsking, type Subject } from "./subject.ts";

/**
 * An npm package, called by the driver that has the client's name: the one this project depends on, or the one
 * in the folder that `CONFORMANCE_LIBRARY` names, run by the Node that `CONFORMANCE_NODE` names.
 */
export async function nodeLibrary(client: ClientName, packageName: string): Promise<Subject> {
  const ours = fileURLToPath(new URL(`../../node_modules/${packageName}`, import.meta.url));
  const folder = resolve(process.env["CONFORMANCE_LIBRARY"] ?? ours);
  const { version, main, exports } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const driver = fileURLToPath(new URL(`./drivers/${client}.js`, import.meta.url));
  const node = process.env["CONFORMANCE_NODE"] ?? process.execPath;
  return keepAsking(client, version, [
    node,
    driver,
    pathToFileURL(`${folder}/${main ?? exports.default}`).href,
  ]);
}

/** The cases of a library's own test: a list of exceptions, and the URLs that it spares and those that it does not. */
export function suiteCases(
  suite: readonly (readonly [string, readonly string[], readonly string[]])[],
): readonly Case[] {
  return suite.flatMap(([list, direct, proxied]) =>
    [...direct, ...proxied].map((url) => ({
      environment: {
        http_proxy: "http://proxy.corp:3128",
        https_proxy: "http://other.corp:3128",
        no_proxy: list,
      },
      url,
    })),
  );
}
