import * as v from "valibot";
import { readHost } from "../model/host.ts";
import { ROLES } from "../model/installation.ts";
import type { Bastion } from "../model/tunnel.ts";
import { SHEET_FORMATS } from "../render/formats.ts";
import { OPTION_VALUES } from "./options.ts";
import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

const { firstHost, proxyUrl, seconds } = OPTION_VALUES;

/** Names as systems give them to users; none begins with what ssh or a shell would take for something else. */
const USER = /^[a-z\d_][a-z\d_.+-]{0,63}$/i;

const user = v.pipe(
  v.string(),
  v.check(
    (value) => USER.test(value),
    ({ input }) => `"${input}" is not a user's name`,
  ),
);

const port = v.pipe(
  v.string(),
  v.check(isPort, ({ input }) => `"${input}" is not a port number`),
  v.transform(Number),
);

const bastion = v.pipe(
  v.string(),
  v.check(
    (value) => bastionIn(value) !== undefined,
    ({ input }) => `"${input}" is not [user@]host[:port]`,
  ),
  v.transform((value): Bastion => bastionIn(value) ?? { host: value }),
);

const identity = v.pipe(
  v.string(),
  v.check(
    (value) => value !== "" && !/[%$\p{Cc}]/u.test(value),
    ({ input }) => `"${input}" holds what ssh does not take as it stands in a path (% or $)`,
  ),
);

const TunnelOptions = v.object({
  services: v.optional(firstHost),
  role: v.optional(v.picklist(ROLES)),
  consolePort: port,
  user,
  identity: v.optional(identity),
  sshPort: v.optional(port),
  jump: v.optional(bastion),
  localPort: v.optional(port),
  open: v.optional(v.boolean(), false),
  proxy: v.optional(v.array(proxyUrl), []),
  timeout: seconds,
  deadline: seconds,
  root: v.optional(v.string()),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
  lab: v.optional(v.string()),
  format: v.picklist(SHEET_FORMATS),
  quiet: v.optional(v.boolean(), false),
  color: v.boolean(),
});

/** The options of `tunnel`, checked; seconds and ports are numbers, hosts without brackets. */
export type TunnelOptions = v.InferOutput<typeof TunnelOptions>;

/** The options of `tunnel`, each value checked. Throws a `UsageError` that names the option and the value. */
export function parseTunnelOptions(raw: unknown): TunnelOptions {
  const options = parseOptions(TunnelOptions, raw);
  if (options.open && options.format === "json") {
    throw new UsageError("--open: tells a person what goes on, and has no JSON");
  }
  return options;
}

const CarriageOptions = v.object({
  root: v.optional(v.string()),
  envFile: v.optional(v.string()),
  environment: v.boolean(),
});

/** Where `proxy-command` reads the settings that may hold a login. */
export function parseCarriageOptions(raw: unknown): v.InferOutput<typeof CarriageOptions> {
  return parseOptions(CarriageOptions, raw);
}

/** What is given to ssh's `ProxyCommand`: `PROXY HOST PORT`, checked. Throws a `UsageError`. */
export function parseCarriage(words: readonly string[]): {
  readonly proxy: string;
  readonly host: string;
  readonly port: number;
} {
  const [proxy = "", name = "", number = ""] = words;
  const to = readHost(name);
  if (!v.is(proxyUrl, proxy)) throw new UsageError("proxy-command: the first word is the proxy's URL");
  if (to === undefined) throw new UsageError(`proxy-command: "${name}" is not a host name or an address`);
  if (!isPort(number)) throw new UsageError(`proxy-command: "${number}" is not a port number`);
  return { proxy, host: to, port: Number(number) };
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}

/** `[user@]host[:port]`; an IPv6 address that has a port stands in brackets. */
function bastionIn(text: string): Bastion | undefined {
  const [, name, rest = ""] = /^(?:([^@]*)@)?(.*)$/s.exec(text) ?? [];
  const whole = readHost(rest);
  const [, place = "", number] = whole === undefined ? (/^(.*):(\d+)$/s.exec(rest) ?? []) : [rest, rest];
  const found = readHost(place);
  if (found === undefined || (number !== undefined && !isPort(number))) return undefined;
  if (name !== undefined && !USER.test(name)) return undefined;
  return {
    host: found,
    ...(name === undefined ? {} : { user: name }),
    ...(number === undefined ? {} : { port: Number(number) }),
  };
}
