import { namesTrustStore } from "../model/trust-settings.ts";
import { keepingAnswers } from "./keeping-answers.ts";

/** The last is no variable: it names the options with which a running JVM was started. */
const JVM_OPTIONS = ["JVM_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "command line"];

/** Keys of Docker's JSON files, alone or at the end of their path. */
const DOCKER_KEY = /(?:^|^proxies\.(?:.*\.)?)(https?|ftp|all|no)(?:-proxy|Proxy)$/s;

/** Environment variables and their like; then what apt, curl, git call it, and what people write for the AWS CLI. */
const PROXY_NAMES: readonly RegExp[] = [
  /(?<!^(?:no|use))_proxy$|^HttpProxy$/i,
  /^Acquire::(?:[^:\s]+::)+Proxy(?:::.+)?$/i,
  /^--proxy$/,
  /^http\.(?:.+\.)?proxy$/,
  /^prox(?:y|ies)$/i,
];

/** More than one machine's settings have. */
const MOST_NAMES = 100;

/** Whether a setting's value is a proxy, and not a list of exceptions. */
export const namesProxy = keepingAnswers((name): boolean => {
  const [, kind = "no"] = DOCKER_KEY.exec(name) ?? [];
  return kind !== "no" || PROXY_NAMES.some((pattern) => pattern.test(name));
}, MOST_NAMES);

/** Whether a setting's value is a JVM's options. */
export function holdsJvmOptions(name: string): boolean {
  return JVM_OPTIONS.includes(name);
}

/** Whether a setting is what sudo keeps of an environment, for everybody or for some. */
export function isOfSudo(name: string): boolean {
  return /^env_(?:keep[+-]?|reset)(?:[:@>!]|$)/.test(name);
}

/** What decides about proxying and names no proxy. */
const OTHER_NAMES = ["--noproxy", "REQUEST_METHOD"];

/**
 * Whether a setting is kept: one about proxying, or one that names a store of authorities. Nothing else is kept of an
 * environment or a file: other variables are nobody's business here, and some are secrets.
 */
export function isKept(name: string): boolean {
  return mattersToProxying(name) || namesTrustStore(name);
}

/** Whether a setting decides about proxying. `REQUEST_METHOD` makes Go refuse `HTTP_PROXY`. */
export const mattersToProxying = keepingAnswers((name): boolean => {
  if (/_proxy$/i.test(name) || namesProxy(name) || holdsJvmOptions(name)) return true;
  return DOCKER_KEY.test(name) || isOfSudo(name) || OTHER_NAMES.includes(name);
}, MOST_NAMES);
