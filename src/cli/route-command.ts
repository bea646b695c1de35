import * as v from "valibot";
import { predictRoutes } from "../decide/predict-routes.ts";
import { environmentSettings } from "../discover/environment.ts";
import type { ClientName, Environment, Variable } from "../model/client.ts";
import type { AskedClient, ClientRoute } from "../model/client-route.ts";
import { maskJvmOptions, maskUrl } from "../model/redact.ts";
import { renderRoutesJson } from "../render/routes-json.ts";
import { renderRoutes } from "../render/terminal/routes.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { givenEnvironment } from "./given-environment.ts";
import { parseOptions } from "./parse-options.ts";
import { clientsIn, urlsIn } from "./route-questions.ts";
import { spinner } from "./spinner.ts";
import { standardOutput } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";

const RouteOptions = v.object({
  client: v.optional(v.array(v.string()), []),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
  jvmOptions: v.optional(v.string(), ""),
  observe: v.optional(v.boolean(), false),
  json: v.optional(v.boolean(), false),
  color: v.boolean(),
});
type RouteOptions = v.InferOutput<typeof RouteOptions>;

/** `route`: prints which way clients go to the URLs with the given settings, and gives the exit status. */
export function runRoute(words: readonly string[], raw: unknown): Promise<ExitCode> {
  const options = parseOptions(RouteOptions, raw);
  const clients = clientsIn(options.client);
  return stoppable(async (signal) => {
    const routes = await routesFor(clients, await urlsIn(words), options, signal);
    const face = faceOf(standardOutput(), process.env, options.color);
    standardOutput().write(options.json ? renderRoutesJson(routes) : renderRoutes(routes, face));
    return signal.aborted ? EXIT.incomplete : EXIT.clean;
  });
}

async function routesFor(
  clients: readonly AskedClient[],
  urls: readonly string[],
  options: RouteOptions,
  signal: AbortSignal,
): Promise<readonly ClientRoute[]> {
  const environment = await givenEnvironment(options, signal);
  // What is shown is decided by masked values; the models read both alike.
  const shown = {
    urls: urls.map(maskUrl),
    environment: [
      ...environmentSettings(environment).map(variableOf),
      ...commandLine(maskJvmOptions(options.jvmOptions)),
    ],
  };
  if (!options.observe) return predictRoutes(shown.urls, clients, shown.environment);
  const asked = {
    urls,
    environment: [...variablesIn(environment), ...commandLine(options.jvmOptions)],
  };
  const progress = await spinner("asking the installed programs", { quiet: false, color: options.color });
  return observed(clients, asked, shown, signal).finally(progress.end);
}

type Asked = { readonly urls: readonly string[]; readonly environment: Environment };

/**
 * The installed programs are asked with the settings as they are; they tell their versions too, and the
 * prediction, from the settings as they are shown, is for those.
 */
async function observed(
  clients: readonly AskedClient[],
  { urls, environment }: Asked,
  shown: Asked,
  signal: AbortSignal,
): Promise<readonly ClientRoute[]> {
  const { besideSights, observe } = await import("../observe/observe.ts");
  const names = [...new Set(clients.map(({ client }) => client))];
  const answers = await observe(names, urls, environment, signal);
  const versionOf = (client: ClientName) => {
    const answer = answers.get(client);
    return answer !== undefined && "version" in answer ? { version: answer.version } : {};
  };
  const installed = clients.map((each) => ({ ...versionOf(each.client), ...each }));
  return besideSights(predictRoutes(shown.urls, installed, shown.environment), shown.urls, answers);
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
