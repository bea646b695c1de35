import { loginIn, proxyIn, triedSetting } from "../../decide/proxies.ts";
import { type ProxyId, parseProxyId } from "../../model/route.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { isRejected, loginsAsked } from "../login-asked.ts";
import { concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** The proxy does not accept the login that it is given. */
export const proxyCredentialsRejected: Rule<"proxy-credentials-rejected"> = (the) =>
  loginsAsked(the)
    .filter(isRejected)
    .map(({ proxy, evidence }) => {
      const { users, ...common } = concernFor(the, proxy, hasLoginOf(the, proxy));
      return { ...common, args: { proxy, user: parseProxyId(proxy).username ?? "", ...users }, evidence };
    });

/** Whether a setting gives the login that was tried; one that may have its login from elsewhere is taken to. */
function hasLoginOf(the: Case, proxy: ProxyId): (setting: Setting) => boolean {
  const tried = triedSetting(proxy, the.decisions, the.settings);
  return (setting) =>
    tried === undefined || proxyIn(setting) === undefined || loginIn(setting) === loginIn(tried);
}
