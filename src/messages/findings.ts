import type { FindingArgs, FindingCode } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";
import {
  blockPage,
  proxyAuthRequired,
  proxyDeniesTarget,
  proxyTimingOut,
  proxyUnreachable,
  proxyUrlMalformed,
} from "./proxy-findings.ts";
import {
  avoidableProxying,
  metadataOfAnotherMachine,
  misroutedDirect,
  misroutedToProxy,
  targetTimingOut,
  targetUnreachable,
} from "./route-findings.ts";

export type { FindingWords } from "./finding-words.ts";

/** The words of every finding; a code without words does not compile. */
export const FINDINGS = {
  "misrouted-to-proxy": misroutedToProxy,
  "misrouted-direct": misroutedDirect,
  "avoidable-proxying": avoidableProxying,
  "target-timing-out": targetTimingOut,
  "target-unreachable": targetUnreachable,
  "proxy-unreachable": proxyUnreachable,
  "proxy-timing-out": proxyTimingOut,
  "proxy-auth-required": proxyAuthRequired,
  "proxy-denies-target": proxyDeniesTarget,
  "metadata-of-another-machine": metadataOfAnotherMachine,
  "block-page": blockPage,
  "proxy-url-malformed": proxyUrlMalformed,
} as const satisfies { [C in FindingCode]: (args: FindingArgs[C]) => FindingWords };

/** Codes with their own arguments: what the compiler needs to see that a finding's words fit its arguments. */
type Case<C extends FindingCode> = {
  [K in C]: { readonly code: K; readonly args: FindingArgs[K] };
}[C];

/** What to tell the administrator about a finding. */
export function wordsFor<C extends FindingCode>({ code, args }: Case<C>): FindingWords {
  const words: { readonly [K in FindingCode]: (args: FindingArgs[K]) => FindingWords } = FINDINGS;
  return words[code](args);
}
