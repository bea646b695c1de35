import type { FindingCode } from "../../model/finding.ts";
import type { Rule } from "../rule.ts";
import { avoidableProxying } from "./avoidable-proxying.ts";
import { blockPage } from "./block-page.ts";
import { metadataOfAnotherMachine } from "./metadata-of-another-machine.ts";
import { misroutedDirect } from "./misrouted-direct.ts";
import { misroutedToProxy } from "./misrouted-to-proxy.ts";
import { proxyAuthRequired } from "./proxy-auth-required.ts";
import { proxyDeniesTarget } from "./proxy-denies-target.ts";
import { proxyTimingOut } from "./proxy-timing-out.ts";
import { proxyUnreachable } from "./proxy-unreachable.ts";
import { proxyUrlMalformed } from "./proxy-url-malformed.ts";
import { targetTimingOut } from "./target-timing-out.ts";
import { targetUnreachable } from "./target-unreachable.ts";

/** Every rule by its code, in the order in which an administrator does well to mend: what breaks most, first. */
export const RULES = {
  "proxy-url-malformed": proxyUrlMalformed,
  "proxy-unreachable": proxyUnreachable,
  "proxy-timing-out": proxyTimingOut,
  "proxy-auth-required": proxyAuthRequired,
  "misrouted-to-proxy": misroutedToProxy,
  "misrouted-direct": misroutedDirect,
  "proxy-denies-target": proxyDeniesTarget,
  "block-page": blockPage,
  "metadata-of-another-machine": metadataOfAnotherMachine,
  "target-timing-out": targetTimingOut,
  "target-unreachable": targetUnreachable,
  "avoidable-proxying": avoidableProxying,
} as const satisfies { [C in FindingCode]: Rule<C> };
