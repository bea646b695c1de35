import { text as textOf } from "node:stream/consumers";
import * as v from "valibot";
import { predictRoutes } from "../decide/predict-routes.ts";
import { environmentSettings } from "../discover/environment.ts";
import { CLIENT_NAMES, type ClientName, type Environment, type Variable } from "../model/client.ts";
import type { ClientRoute } from "../model/client-route.ts";
import { maskCredentials } from "../model/redact.ts";
import { readHttpUrl } from "../model/url.ts";
import { renderRoutes } from "../render/routes.ts";
import { renderRoutesJson } from "../render/routes-json.ts";
import { givenEnvironment } from "./given-environment.ts";
import { parseOptions } from "./parse-options.ts";
import { faceOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const client = v.picklist(
  CLIENT_NAMES,
  ({ input }) => `there is no client "${input}"; there are ${CLIENT_NAMES.join(", ")}`,
);

const RouteOptions = v.object({
  client: v.optional(v.array(client), [...CLIENT_NAMES]),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
  jvmOptions: v.optional(v.string()),
  observe: v.optional(v.boolean(), false),
  json: v.optional(v.boolean(), false),
  color: v.boolean(),
});

/** `route`: which way clients go to the URLs with the given settings, as text. */
export async function runRoute(words: readonly string[], raw: unknown): Promise<string> {
  const options = parseOptions(RouteOptions, raw);
  const urls = await urlsIn(words);
  const environment = await givenEnvironment(options, new AbortController().signal);
  const clients = CLIENT_NAMES.filter((name) => options.client.includes(name));
  const asked = {
    urls,
    environment: [...variablesIn(environment), ...commandLine(options.jvmOptions ?? "")],
  };
  // What is shown is decided by masked values; the models read both alike.
  const shown = {
    urls: urls.map(maskCredentials),
    environment: [
      ...environmentSettings(environment).map(variableOf),
      ...commandLine(maskCredentials(options.jvmOptions ?? "")),
    ],
  };
  const routes = options.observe
    ? await observed(clients, asked, shown)
    : predictRoutes(shown.urls, clients, shown.environment);
  return options.json
    ? renderRoutesJson(routes)
    : renderRoutes(routes, faceOf(process.stdout, process.env, options.color));
}

type Asked = { readonly urls: readonly string[]; readonly environment: Environment };

/**
 * The installed programs are asked with the settings as they are; they tell their versions too, and the
 * prediction, from the settings as they are shown, is for those.
 */
async function observed(
  clients: readonly ClientName[],
  { urls, environment }: Asked,
  shown: Asked,
): Promise<readonly ClientRoute[]> {
  const { besideSights, observe } = await import("../observe/observe.ts");
  const answers = await observe(clients, urls, environment);
  const versions = new Map(
    [...answers].flatMap(([client, answer]) => ("version" in answer ? [[client, answer.version]] : [])),
  );
  return besideSights(predictRoutes(shown.urls, clients, shown.environment, versions), shown.urls, answers);
}

function variablesIn(environment: Readonly<Record<string, string>>): readonly Variable[] {
  return Object.entries(environment).map(([name, value]) => variableOf({ name, value }));
}

function variableOf({ name, value }: Pick<Variable, "name" | "value">): Variable {
  return { name, value, origin: "environment" };
}

/** The options on java's command line, where there are any. */
function commandLine(options: string): readonly Variable[] {
  if (options === "") return [];
  return [{ name: "--jvm-options", value: options, origin: "command line", onCommandLine: true }];
}

/** The URLs that are named, and those of standard input in place of `-`; blank lines and comments are passed over. */
async function urlsIn(words: readonly string[]): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const word of words) {
    if (word === "-") urls.push(...(await listed()));
    else urls.push(checked(word, "route"));
  }
  if (urls.length === 0) throw new UsageError("route: standard input names no URL");
  return [...new Set(urls)];
}

async function listed(): Promise<readonly string[]> {
  const lines = (await textOf(process.stdin)).split("\n").map((line) => line.trim());
  return lines.flatMap((line, index) =>
    line === "" || line.startsWith("#") ? [] : [checked(line, `standard input, line ${index + 1}`)],
  );
}

function checked(url: string, place: string): string {
  if (readHttpUrl(url) !== undefined) return url;
  throw new UsageError(
    `${place}: "${maskCredentials(url)}" is not an http: or https: URL with a host, such as http://169.254.169.254/`,
  );
}
