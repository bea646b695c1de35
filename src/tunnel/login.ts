import { type Proxy, proxyId } from "../model/route.ts";

/** The variable by which a proxy with its login is handed on to who leads ssh through it. */
export const LOGIN_VARIABLE = "PROXY_DOCTOR_PROXY";

/** A proxy's URL with its login, for an environment that only this user's processes see. */
export function urlWithLogin(proxy: Proxy): string {
  const { username: _, credentials, ...endpoint } = proxy;
  const bare = proxyId(endpoint);
  return credentials === undefined ? bare : bare.replace("://", () => `://${credentials.reveal()}@`);
}
