import type { FindingArgs, FindingCode } from "../model/finding.ts";
import {
  bypassMatchesSomeClients,
  bypassMissing,
  componentsDisagree,
  noProxySpaces,
} from "./bypass-findings.ts";
import { tlsInterception, untrustedCertificate } from "./certificate-findings.ts";
import type { FindingWords } from "./finding-words.ts";
import {
  jvmBasicAuthDisabled,
  jvmBypassSeparator,
  jvmHttpsBypassProperty,
  jvmHttpsProxyMissing,
  jvmOptionsMissing,
  jvmProxyHostMalformed,
} from "./jvm-findings.ts";
import { proxyAuthRequired, proxyCredentialsRejected } from "./login-findings.ts";
import { clockSkew, proxiesDisagree, readableCredentials, serverTooOld } from "./machine-findings.ts";
import { metadataOfAnotherMachine, metadataTokenRefused } from "./metadata-findings.ts";
import {
  blockPage,
  notAProxy,
  proxyTimingOut,
  proxyUnreachable,
  proxyUrlMalformed,
} from "./proxy-findings.ts";
import { proxyCannotReachTarget, proxyDeniesPort, proxyDeniesTarget } from "./proxy-refusal-findings.ts";
import {
  literalQuotes,
  placeholderLeftIn,
  proxyPortMissing,
  proxySchemeHttps,
  proxySchemeMissing,
  strayWhitespace,
  unsupportedProxyScheme,
} from "./proxy-value-findings.ts";
import {
  avoidableProxying,
  misroutedDirect,
  misroutedToProxy,
  targetTimingOut,
  targetUnreachable,
} from "./route-findings.ts";
import {
  dockerDaemonWithoutProxy,
  ignoredSettingsFile,
  replicatedConfInvalid,
  replicatedConfWithoutEffect,
  staleProcess,
} from "./service-findings.ts";
import { consoleUnreachable, portClosed } from "./services-machine-findings.ts";
import {
  conflictingCase,
  duplicateAssignment,
  emptyLowercaseVariable,
  pastedLabel,
  unexportedVariable,
  unquotedValue,
  uppercaseOnlyVariable,
} from "./variable-findings.ts";

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
  "proxy-credentials-rejected": proxyCredentialsRejected,
  "proxy-denies-target": proxyDeniesTarget,
  "proxy-denies-port": proxyDeniesPort,
  "proxy-cannot-reach-target": proxyCannotReachTarget,
  "not-a-proxy": notAProxy,
  "port-closed": portClosed,
  "console-unreachable": consoleUnreachable,
  "metadata-of-another-machine": metadataOfAnotherMachine,
  "metadata-token-refused": metadataTokenRefused,
  "block-page": blockPage,
  "clock-skew": clockSkew,
  "tls-interception": tlsInterception,
  "untrusted-certificate": untrustedCertificate,
  "proxy-url-malformed": proxyUrlMalformed,
  "placeholder-left-in": placeholderLeftIn,
  "literal-quotes": literalQuotes,
  "stray-whitespace": strayWhitespace,
  "unsupported-proxy-scheme": unsupportedProxyScheme,
  "proxy-scheme-missing": proxySchemeMissing,
  "proxy-port-missing": proxyPortMissing,
  "proxy-scheme-https": proxySchemeHttps,
  "pasted-label": pastedLabel,
  "unquoted-value": unquotedValue,
  "unexported-variable": unexportedVariable,
  "duplicate-assignment": duplicateAssignment,
  "conflicting-case": conflictingCase,
  "empty-lowercase-variable": emptyLowercaseVariable,
  "uppercase-only-variable": uppercaseOnlyVariable,
  "jvm-proxy-host-malformed": jvmProxyHostMalformed,
  "jvm-https-proxy-missing": jvmHttpsProxyMissing,
  "jvm-bypass-separator": jvmBypassSeparator,
  "jvm-https-bypass-property": jvmHttpsBypassProperty,
  "jvm-options-missing": jvmOptionsMissing,
  "jvm-basic-auth-disabled": jvmBasicAuthDisabled,
  "bypass-missing": bypassMissing,
  "bypass-matches-some-clients": bypassMatchesSomeClients,
  "no-proxy-spaces": noProxySpaces,
  "components-disagree": componentsDisagree,
  "replicated-conf-invalid": replicatedConfInvalid,
  "replicated-conf-without-effect": replicatedConfWithoutEffect,
  "proxies-disagree": proxiesDisagree,
  "docker-daemon-without-proxy": dockerDaemonWithoutProxy,
  "ignored-settings-file": ignoredSettingsFile,
  "stale-process": staleProcess,
  "readable-credentials": readableCredentials,
  "server-too-old": serverTooOld,
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
