import { attemptsThrough } from "../attempts-through.ts";
import { concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";
import { speaksOtherwise } from "../speaks-otherwise.ts";

/** What listens at the proxy's address is no HTTP proxy. */
export const notAProxy: Rule<"not-a-proxy"> = (the) =>
  the.proxies
    .filter((proxy) => speaksOtherwise(the, proxy))
    .map((proxy) => {
      const { users, ...common } = concernFor(the, proxy);
      const evidence = attemptsThrough(the, proxy).map(({ id }) => id);
      return { ...common, args: { proxy, ...users }, evidence };
    });
