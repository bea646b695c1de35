import { CLIENT_NAMES } from "../model/client.ts";
import type { AskedClient } from "../model/client-route.ts";
import { maskUrl } from "../model/redact.ts";
import { readHttpUrl } from "../model/url.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The URLs that are named, and those of standard input in place of `-`, where blank lines and comments are passed
 * over. Those that would be shown alike are asked once.
 */
export async function urlsIn(words: readonly string[]): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const word of words) {
    if (word === "-") urls.push(...(await listed()));
    else urls.push(checked(word, "route"));
  }
  if (urls.length === 0) throw new UsageError("route: standard input names no URL");
  return [...new Map(urls.toReversed().map((url) => [maskUrl(url), url])).values()].toReversed();
}

async function listed(): Promise<readonly string[]> {
  const { text: textOf } = await import("node:stream/consumers");
  const lines = (await textOf(process.stdin)).split("\n").map((line) => line.replace(/(^|\s)#.*/, "").trim());
  return lines.flatMap((line, index) =>
    line === "" ? [] : [checked(line, `standard input, line ${index + 1}`)],
  );
}

function checked(url: string, place: string): string {
  if (readHttpUrl(url) !== undefined) return url;
  throw new UsageError(
    `${place}: "${maskUrl(url)}" is not an http: or https: URL with a host, such as http://169.254.169.254/`,
  );
}

/** Clients as `--client` names them (`curl`, `curl@7.68.0`, `curl,wget`); all of them where none is named. */
export function clientsIn(values: readonly string[]): readonly AskedClient[] {
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
  const asked = [...new Set(names)].filter(Boolean).map(clientNamed);
  if (values.length > 0 && asked.length === 0) throw new UsageError("--client: names no client");
  return asked.length === 0 ? CLIENT_NAMES.map((client) => ({ client, named: client })) : asked;
}

function clientNamed(named: string): AskedClient {
  const [name, version] = named.split(/@(.*)/s);
  const client = CLIENT_NAMES.find((each) => each === name);
  if (client === undefined) {
    throw new UsageError(`--client: ${notOneOf(name ?? "", CLIENT_NAMES)}`);
  }
  if (version === undefined) return { client, named };
  if (!/^\d/.test(version)) throw new UsageError(`--client: "${version}" is not a version such as 7.68.0`);
  return { client, named, version };
}
