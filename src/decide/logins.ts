import type { ProxyLogin } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import { CLIENTS } from "./clients/index.ts";

/**
 * The login that takes a component the least, of those that it can give to a proxy which offers these schemes;
 * `undefined` where it can give none, whatever is set.
 */
export function easiestLogin(
  { client, version }: Component,
  offered: readonly string[],
): ProxyLogin | undefined {
  if (client === "none") return undefined;
  const logins = CLIENTS[client].logins(offered, version);
  return logins.toSorted((one, other) => one.needs.length - other.needs.length)[0];
}
