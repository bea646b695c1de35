import type { LoginScheme, ProxyLogin } from "../../../model/client.ts";
import { basicAlone, isOffered } from "../common/logins.ts";
import { atLeast } from "../common/version.ts";

/** The order in which libcurl chooses among what it may use (`pickoneauth` of its `lib/http.c`). */
const STRONGEST_FIRST: readonly LoginScheme[] = ["Negotiate", "Digest", "NTLM", "Basic"];

/**
 * Since 2.4.7 git lets libcurl use any scheme (5841520b), and libcurl takes the strongest that is offered and no other,
 * whether it has what that takes or not; `http.proxyAuthMethod`, since 2.8, names another.
 */
export function gitLogins(offered: readonly string[], version: string): readonly ProxyLogin[] {
  if (!atLeast(version, "2.4.7")) return basicAlone(offered);
  const [strongest, ...others] = STRONGEST_FIRST.filter((scheme) => isOffered(scheme, offered));
  const named = atLeast(version, "2.8") ? others : [];
  return [
    ...(strongest === undefined ? [] : [loginBy(strongest, [])]),
    ...named.map((scheme) => loginBy(scheme, ["git-proxy-auth-method"])),
  ];
}

function loginBy(scheme: LoginScheme, needs: ProxyLogin["needs"]): ProxyLogin {
  return { scheme, needs: scheme === "Negotiate" ? [...needs, "kerberos-ticket"] : needs };
}
