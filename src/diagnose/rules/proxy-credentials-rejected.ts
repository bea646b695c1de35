import { parseProxyId } from "../../model/route.ts";
import { isRejected, loginsAsked } from "../login-asked.ts";
import { concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** The proxy does not accept the login that it is given. */
export const proxyCredentialsRejected: Rule<"proxy-credentials-rejected"> = (the) =>
  loginsAsked(the)
    .filter(isRejected)
    .map(({ proxy, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      return { ...common, args: { proxy, user: parseProxyId(proxy).username ?? "", ...users }, evidence };
    });
