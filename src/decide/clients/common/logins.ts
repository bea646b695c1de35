import type { LoginScheme, ProxyLogin } from "../../../model/client.ts";

/** Whether a scheme is among those that a proxy offers, which it may spell in any case of letters. */
export function isOffered(scheme: LoginScheme, offered: readonly string[]): boolean {
  return offered.some((each) => each.toLowerCase() === scheme.toLowerCase());
}

/** The login of a client that sends a user and a password of the proxy's URL as Basic, unasked, and knows no other. */
export function basicAlone(offered: readonly string[]): readonly ProxyLogin[] {
  return isOffered("Basic", offered) ? [{ scheme: "Basic", needs: [] }] : [];
}
