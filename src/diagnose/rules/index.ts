import type { FindingCode } from "../../model/finding.ts";
import type { Rule } from "../rule.ts";
import { avoidableProxying } from "./avoidable-proxying.ts";
import { blockPage } from "./block-page.ts";
import { bypassMatchesSomeClients } from "./bypass-matches-some-clients.ts";
import { bypassMissing } from "./bypass-missing.ts";
import { clockSkew } from "./clock-skew.ts";
import { componentsDisagree } from "./components-disagree.ts";
import { conflictingCase } from "./conflicting-case.ts";
import { consoleUnreachable } from "./console-unreachable.ts";
import { dockerDaemonWithoutProxy } from "./docker-daemon-without-proxy.ts";
import { duplicateAssignment } from "./duplicate-assignment.ts";
import { emptyLowercaseVariable } from "./empty-lowercase-variable.ts";
import { ignoredSettingsFile } from "./ignored-settings-file.ts";
import { jvmBasicAuthDisabled } from "./jvm-basic-auth-disabled.ts";
import { jvmBypassSeparator } from "./jvm-bypass-separator.ts";
import { jvmHttpsBypassProperty } from "./jvm-https-bypass-property.ts";
import { jvmHttpsProxyMissing } from "./jvm-https-proxy-missing.ts";
import { jvmOptionsMissing } from "./jvm-options-missing.ts";
import { jvmProxyHostMalformed } from "./jvm-proxy-host-malformed.ts";
import { literalQuotes } from "./literal-quotes.ts";
import { metadataOfAnotherMachine } from "./metadata-of-another-machine.ts";
import { metadataTokenRefused } from "./metadata-token-refused.ts";
import { misroutedDirect } from "./misrouted-direct.ts";
import { misroutedToProxy } from "./misrouted-to-proxy.ts";
import { noProxySpaces } from "./no-proxy-spaces.ts";
import { notAProxy } from "./not-a-proxy.ts";
import { pastedLabel } from "./pasted-label.ts";
import { placeholderLeftIn } from "./placeholder-left-in.ts";
import { portClosed } from "./port-closed.ts";
import { proxiesDisagree } from "./proxies-disagree.ts";
import { proxyAuthRequired } from "./proxy-auth-required.ts";
import { proxyCannotReachTarget } from "./proxy-cannot-reach-target.ts";
import { proxyCredentialsRejected } from "./proxy-credentials-rejected.ts";
import { proxyDeniesPort } from "./proxy-denies-port.ts";
import { proxyDeniesTarget } from "./proxy-denies-target.ts";
import { proxyPortMissing } from "./proxy-port-missing.ts";
import { proxySchemeHttps } from "./proxy-scheme-https.ts";
import { proxySchemeMissing } from "./proxy-scheme-missing.ts";
import { proxyTimingOut } from "./proxy-timing-out.ts";
import { proxyUnreachable } from "./proxy-unreachable.ts";
import { proxyUrlMalformed } from "./proxy-url-malformed.ts";
import { readableCredentials } from "./readable-credentials.ts";
import { replicatedConfInvalid } from "./replicated-conf-invalid.ts";
import { replicatedConfWithoutEffect } from "./replicated-conf-without-effect.ts";
import { serverTooOld } from "./server-too-old.ts";
import { staleProcess } from "./stale-process.ts";
import { strayWhitespace } from "./stray-whitespace.ts";
import { targetTimingOut } from "./target-timing-out.ts";
import { targetUnreachable } from "./target-unreachable.ts";
import { tlsInterception } from "./tls-interception.ts";
import { unexportedVariable } from "./unexported-variable.ts";
import { unquotedValue } from "./unquoted-value.ts";
import { unsupportedProxyScheme } from "./unsupported-proxy-scheme.ts";
import { untrustedCertificate } from "./untrusted-certificate.ts";
import { uppercaseOnlyVariable } from "./uppercase-only-variable.ts";

/** Every rule by its code, in the order in which an administrator does well to mend: what breaks most, first. */
export const RULES = {
  "server-too-old": serverTooOld,
  "pasted-label": pastedLabel,
  "replicated-conf-invalid": replicatedConfInvalid,
  "placeholder-left-in": placeholderLeftIn,
  "literal-quotes": literalQuotes,
  "stray-whitespace": strayWhitespace,
  "unquoted-value": unquotedValue,
  "unexported-variable": unexportedVariable,
  "unsupported-proxy-scheme": unsupportedProxyScheme,
  "proxy-scheme-missing": proxySchemeMissing,
  "proxy-url-malformed": proxyUrlMalformed,
  "jvm-proxy-host-malformed": jvmProxyHostMalformed,
  "jvm-https-proxy-missing": jvmHttpsProxyMissing,
  "jvm-bypass-separator": jvmBypassSeparator,
  "proxy-unreachable": proxyUnreachable,
  "proxy-timing-out": proxyTimingOut,
  "not-a-proxy": notAProxy,
  "proxy-auth-required": proxyAuthRequired,
  "proxy-credentials-rejected": proxyCredentialsRejected,
  "misrouted-to-proxy": misroutedToProxy,
  "misrouted-direct": misroutedDirect,
  "bypass-missing": bypassMissing,
  "proxy-denies-target": proxyDeniesTarget,
  "proxy-denies-port": proxyDeniesPort,
  "proxy-cannot-reach-target": proxyCannotReachTarget,
  "block-page": blockPage,
  "tls-interception": tlsInterception,
  "untrusted-certificate": untrustedCertificate,
  "metadata-of-another-machine": metadataOfAnotherMachine,
  "metadata-token-refused": metadataTokenRefused,
  "clock-skew": clockSkew,
  "port-closed": portClosed,
  "target-timing-out": targetTimingOut,
  "target-unreachable": targetUnreachable,
  "console-unreachable": consoleUnreachable,
  "stale-process": staleProcess,
  "docker-daemon-without-proxy": dockerDaemonWithoutProxy,
  "ignored-settings-file": ignoredSettingsFile,
  "jvm-options-missing": jvmOptionsMissing,
  "jvm-basic-auth-disabled": jvmBasicAuthDisabled,
  "jvm-https-bypass-property": jvmHttpsBypassProperty,
  "proxies-disagree": proxiesDisagree,
  "conflicting-case": conflictingCase,
  "empty-lowercase-variable": emptyLowercaseVariable,
  "uppercase-only-variable": uppercaseOnlyVariable,
  "bypass-matches-some-clients": bypassMatchesSomeClients,
  "no-proxy-spaces": noProxySpaces,
  "proxy-port-missing": proxyPortMissing,
  "proxy-scheme-https": proxySchemeHttps,
  "replicated-conf-without-effect": replicatedConfWithoutEffect,
  "duplicate-assignment": duplicateAssignment,
  "components-disagree": componentsDisagree,
  "avoidable-proxying": avoidableProxying,
  "readable-credentials": readableCredentials,
} as const satisfies { [C in FindingCode]: Rule<C> };
