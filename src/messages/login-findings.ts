import type { LoginNeed, LoginScheme } from "../model/client.ts";
import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { listed, sentences } from "./phrases.ts";
import { namedBy } from "./proxy-findings.ts";

/** A proxy that does not accept the login it is given. */
export function proxyCredentialsRejected(args: FindingArgs["proxy-credentials-rejected"]): FindingWords {
  const { proxy, user } = args;
  return {
    what: `The proxy ${proxy} does not accept the login of ${user}.`,
    why: sentences("It was sent the login, and asks for one all the same", namedBy(args)),
    remedy:
      "Check user and password with whoever runs the proxy: whether the account is locked, the password changed, a domain belongs before the name. Characters such as @ : / # % are to be percent-encoded in the setting (@ as %40); in a systemd unit the % is doubled.",
  };
}

type Args = FindingArgs["proxy-auth-required"];
type Login = Args["logins"][number];

/** A proxy that wants credentials, or other ones. */
export function proxyAuthRequired(args: Args): FindingWords {
  const { proxy, schemes, credentials, logins } = args;
  const login =
    credentials === "sent" ? "takes no login of the kind it is given" : "wants a login and is given none";
  return {
    what: `The proxy ${proxy} ${login}.`,
    why: sentences(
      schemes.length === 0 ? "" : `It offers ${listed(schemes)}`,
      ...logins.map(ability),
      namedBy(args),
    ),
    remedy: sentences(
      logins.some(({ scheme }) => scheme === undefined) || !canAnyone(args) ? exception(args) : "",
      canAnyone(args) ? setLogin(args) : "",
      ...logins.map(besides),
    ),
  };
}

function ability({ components, scheme }: Login): string {
  return scheme === undefined
    ? `no setting makes ${theComponents(components)} log in with that`
    : `${theComponents(components)} can log in by ${scheme}`;
}

/** Where nobody knows what each can do, a login that all can give is taken for one. */
function canAnyone({ logins, schemes }: Args): boolean {
  if (logins.length > 0) return logins.some(({ scheme }) => scheme !== undefined);
  return schemes.length === 0 || schemes.some((scheme) => scheme.toLowerCase() === "basic");
}

function exception({ logins }: Args): string {
  const unable = logins.flatMap(({ components, scheme }) => (scheme === undefined ? components : []));
  const whom = unable.length === 0 ? "" : `, for ${theComponents(unable)}`;
  return `Ask whoever runs the proxy to let this machine's address through without a login, or to offer Basic${whom}`;
}

function setLogin({ credentials, logins }: Args): string {
  if (credentials === "sent") return "";
  const able = logins.flatMap(({ components, scheme }) => (scheme === undefined ? [] : components));
  const whom = able.length > 0 && logins.length > 1 ? `for ${theComponents(able)} ` : "";
  return `${whom}ask for a login and set it as http://USER:PASSWORD@HOST:PORT, special characters percent-encoded, or ask to let this machine's address through without one`;
}

/** What a login takes besides a user and a password. */
function besides({ components, scheme, needs = [] }: Login): string {
  if (scheme === undefined || needs.length === 0) return "";
  return `For ${theComponents(components)} it takes besides ${listed(needs.map((need) => NEEDS[need](scheme)))}`;
}

const NEEDS: Readonly<Record<LoginNeed, (scheme: LoginScheme) => string>> = {
  curlrc: (scheme) => `proxy-${scheme.toLowerCase()} on a line of ~/.curlrc`,
  "git-proxy-auth-method": (scheme) => `git config --global http.proxyAuthMethod ${scheme.toLowerCase()}`,
  "java-authenticator": () => "an Authenticator within the program, as no option of Java's gives a login",
  // domain-facts 5, row 22
  "java-disabled-schemes": () => "-Djdk.http.auth.tunneling.disabledSchemes= (empty)",
  "kerberos-ticket": () => "a Kerberos ticket (kinit)",
};
