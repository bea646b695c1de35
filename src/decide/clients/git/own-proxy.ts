import type { Environment, Variable } from "../../../model/client.ts";

/** A URL taken apart as git compares it (`url_normalize` of its `urlmatch.c`). */
type Parts = {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly labels: readonly string[];
  readonly hostLength: number;
  readonly port: string;
  readonly path: string;
};

/** How well a URL of the configuration fits: each place counts only where those before it are equal. */
type Fit = readonly [host: number, path: number, user: number];

const USUAL_PORTS: Readonly<Record<string, string>> = { http: "80", https: "443" };

/**
 * The `http.proxy` or `http.<url>.proxy` of git's configuration that holds for a URL: the one whose URL fits it best,
 * and of several that fit alike the last (`urlmatch_config_entry`).
 */
export function ownProxy(environment: Environment, url: string): Variable | undefined {
  const target = partsOf(url);
  let best: { readonly variable: Variable; readonly fit: Fit } | undefined;
  for (const variable of environment) {
    const [all, pattern] = /^http\.(?:(.+)\.)?proxy$/.exec(variable.name) ?? [];
    if (all === undefined) continue;
    const fit = pattern === undefined ? ([0, 0, 0] as const) : fitOf(partsOf(pattern), target);
    if (fit !== undefined && (best === undefined || compare(fit, best.fit) >= 0)) best = { variable, fit };
  }
  return best?.variable;
}

function partsOf(url: string): Parts | undefined {
  const [, scheme = "", authority, rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  if (authority === undefined) return undefined;
  const at = authority.indexOf("@");
  const place = authority.slice(at + 1);
  const [, host = "", written = ""] = /^(.*?)(?::(\d*))?$/.exec(place) ?? [];
  const port = written.replace(/^0+/, "");
  const isUsual = port === USUAL_PORTS[scheme.toLowerCase()];
  return {
    scheme: scheme.toLowerCase(),
    user: at < 0 ? undefined : authority.slice(0, at).split(":", 1)[0],
    labels: host.toLowerCase().split("."),
    hostLength: host.length,
    port: isUsual ? "" : port,
    path: rest.startsWith("/") ? rest : `/${rest}`,
  };
}

function fitOf(pattern: Parts | undefined, target: Parts | undefined): Fit | undefined {
  if (pattern === undefined || target === undefined) return undefined;
  const { scheme, user, labels, port } = pattern;
  if (scheme !== target.scheme || port !== target.port) return undefined;
  if (user !== undefined && user !== target.user) return undefined;
  // A label `*` stands for any one label.
  const isHost = labels.every((label, at) => label === "*" || label === target.labels[at]);
  if (!isHost || labels.length !== target.labels.length) return undefined;
  const path = pattern.path.replace(/\/$/, "");
  if (target.path !== path && !target.path.startsWith(`${path}/`)) return undefined;
  return [pattern.hostLength, path.length + 1, user === undefined ? 0 : 1];
}

function compare(one: Fit, other: Fit): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
