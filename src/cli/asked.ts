import { maskProxyValue } from "../model/redact.ts";
import { shellWord } from "../model/shell-word.ts";
import type { CheckOptions, JudgedOptions } from "./options.ts";

type Asked = JudgedOptions & Partial<Pick<CheckOptions, "proxy" | "caFile" | "timeout" | "deadline">>;

/** Options with a default say nothing where they are at it. */
const DEFAULTS: Readonly<Record<string, string>> = { timeout: "5", deadline: "30" };

/** The options that say what is judged, as a shell takes them once more: no password is among them. */
export function askedBy(options: Asked): readonly string[] {
  const { role, services, ghe, region, bucket, nomadClient, serverVersion, egress, only, skip } = options;
  const { root, envFile, environment, lab, proxy = [], caFile, timeout, deadline } = options;
  const one = { role, services, ghe, region, bucket, "server-version": serverVersion, egress };
  const where = { root, "env-file": envFile, lab, "ca-file": caFile, timeout, deadline };
  const many = { "nomad-client": nomadClient, only, skip, proxy: proxy.map((each) => maskProxyValue(each)) };
  return [
    ...Object.entries({ ...one, ...where }).flatMap(([name, value]) =>
      value === undefined || String(value) === DEFAULTS[name] ? [] : [`--${name}`, shellWord(String(value))],
    ),
    ...Object.entries(many).flatMap(([name, values]) =>
      values.flatMap((value) => [`--${name}`, shellWord(value)]),
    ),
    ...(environment ? [] : ["--no-environment"]),
  ];
}
