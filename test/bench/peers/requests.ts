import type { Report } from "../../../src/model/report.ts";
import { isConfigured, type Target } from "../../../src/model/target.ts";

/** A request as any client may make it. */
export type Request = {
  readonly url: string;
  readonly method: "GET" | "HEAD" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  /** URL of the proxy, if it goes through one. */
  readonly proxy?: string;
};

/** The requests that a check made over HTTP, each target on each route. */
export function requestsOf({ targets, observations }: Report): readonly Request[] {
  const byId = new Map(targets.filter(isConfigured).map((target) => [target.id, target]));
  return observations.flatMap(({ target: id, route }) => {
    const target = byId.get(id);
    if (target === undefined) return [];
    const proxy = route.kind === "proxy" ? { proxy: route.proxy } : {};
    return asked(target).map((request) => ({ ...request, ...proxy }));
  });
}

/** What is not asked for over HTTP. */
export function notOverHttp({ targets }: Report): readonly string[] {
  return targets
    .filter(isConfigured)
    .filter((target) => asked(target).length === 0)
    .map(({ id }) => id);
}

/** A list of requests can not carry the token of one into the next: there, the second asks without. */
function asked({ url, exchange }: Target): readonly Request[] {
  switch (exchange.kind) {
    case "http":
      return [{ url, method: exchange.method, headers: exchange.headers }];
    case "instance-identity":
      return [
        { url: new URL("/latest/api/token", url).href, method: "PUT", headers: TOKEN_FOR_A_WHILE },
        { url, method: "GET", headers: {} },
      ];
    case "connect":
    case "ssh-banner":
      return [];
  }
}

const TOKEN_FOR_A_WHILE = { "X-aws-ec2-metadata-token-ttl-seconds": "10" };
