import type { Client, ClientDecision, Environment, ProxyLogin, Variable } from "../../model/client.ts";
import { basicAlone, isOffered } from "./common/logins.ts";
import { libcurlRoute } from "./libcurl/route.ts";

/**
 * The curl command, as noproxy-semantics 1 and its own sources have it: `lib/url.c`, `lib/noproxy.c` and
 * `lib/urlapi.c`. The options `--proxy` and `--noproxy`, of a command line or of .curlrc, stand in the environment
 * under these names. No other option is modelled.
 */
export const curl: Client = { name: "curl", bypass: "no_proxy", version: "7.88.1", decide, logins };

/** Basic is sent unasked; the other schemes are options of the tool (curl(1), `--proxy-ntlm` and others; 7.88.1, seen). */
function logins(offered: readonly string[]): readonly ProxyLogin[] {
  const others: readonly ProxyLogin[] = [
    { scheme: "Digest", needs: ["curlrc"] },
    { scheme: "NTLM", needs: ["curlrc"] },
    { scheme: "Negotiate", needs: ["curlrc", "kerberos-ticket"] },
  ];
  return [...basicAlone(offered), ...others.filter(({ scheme }) => isOffered(scheme, offered))];
}

function decide(environment: Environment, url: string, version = curl.version): ClientDecision {
  const option = (name: string): Variable | undefined => environment.find((each) => each.name === name);
  const [proxy, exceptions] = [option("--proxy"), option("--noproxy")];
  const options = { ...(proxy && { proxy }), ...(exceptions && { exceptions }) };
  return libcurlRoute(options, environment, url, version);
}
