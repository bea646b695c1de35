import type { Environment, Variable } from "../../../model/client.ts";
import { atLeast } from "../common/version.ts";

/** The settings that `getproxies` finds: under `http`, `https`, `all`, and under `no` the exceptions. */
export type PythonSettings = ReadonlyMap<string, Variable>;

/**
 * Every variable whose name ends in `_proxy`, as CPython collects them (`Lib/urllib/request.py`,
 * `getproxies_environment`): first in any case, the last one winning, and then those that end in lower case,
 * whose empty value takes the setting away again. Only `_proxy` must be in lower case: `HTTP_proxy` counts.
 *
 * @param version of Python; before 2.7.12 and 3.5.2 lower case has no precedence (bpo-26804)
 */
export function readPythonSettings(environment: Environment, version: string): PythonSettings {
  const settings = new Map<string, Variable>();
  const variables = environment.filter(({ name }) => /_proxy$/i.test(name));
  for (const variable of variables) if (variable.value !== "") settings.set(schemeOf(variable), variable);
  if (!pythonAtLeast(version, "2.7.12", "3.5.2")) return settings;
  // A web server hands the header `Proxy:` of a request to a CGI program as HTTP_PROXY (CVE-2016-1000110).
  if (environment.some(({ name }) => name === "REQUEST_METHOD")) settings.delete("http");
  for (const variable of variables.filter(({ name }) => name.endsWith("_proxy"))) {
    if (variable.value === "") settings.delete(schemeOf(variable));
    else settings.set(schemeOf(variable), variable);
  }
  return settings;
}

/** Whether a version of Python has what came into Python 2 with one version and into Python 3 with another. */
export function pythonAtLeast(version: string, two: string, three: string): boolean {
  return atLeast(version, atLeast(version, "3") ? three : two);
}

function schemeOf({ name }: Variable): string {
  return name.slice(0, -"_proxy".length).toLowerCase();
}
