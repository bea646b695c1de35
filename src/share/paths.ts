import type { Facts } from "../conclude.ts";
import { namesTrustStore } from "../model/trust-settings.ts";
import type { Words } from "./words.ts";

/** Folders and files in which systems, Java and Python keep authorities. */
const COMMON: ReadonlySet<string> = new Set(
  [
    "etc usr lib lib64 share local opt var home root Users bin ssl certs private pki tls ca-trust extracted pem",
    "anchors trust ca-certificates java cacert cacerts jssecacerts jvm jre security conf openssl cert ca-bundle",
    "tls-ca-bundle replicated docker certs.d snap aws aws-cli v2 current dist awscli site-packages dist-packages",
    "certifi botocore requests sbin apt apt-get curl wget git",
  ].flatMap((line) => line.split(" ")),
);

const OF_LANGUAGE = /^(?:default-java|(?:java|jdk|jre|python|temurin|openjdk)[-\d.][\w.-]*)$/;

/** No machine has longer ones, or more: a pattern is made of them. */
const LONGEST_PATH = 1024;
const MOST_PATHS = 50;

/** Paths of authorities that are not where every system has them. */
export function privatePaths({ settings, trustStores }: Facts): ReadonlySet<string> {
  const named = settings.flatMap(({ name, value }) =>
    namesTrustStore(name)
      ? [value.replace(/^["']|["']$/g, "")]
      : [...value.matchAll(/trustStore["']?=["']?([^\s"']+)/g)].map(([, path = ""]) => path),
  );
  const paths = [...named, ...trustStores.map(({ id }) => id)];
  const known = paths.filter((path) => path.includes("/") && path.length <= LONGEST_PATH);
  return new Set(known.filter((path) => !path.split("/").every(isCommon)).slice(0, MOST_PATHS));
}

/** The same path with a word in place of every folder and file that is not everybody's; what it ends in stays. */
export function sharedPath(path: string, word: Words): string {
  return path
    .split("/")
    .map((part) => (isCommon(part) ? part : sharedPart(part, word)))
    .join("/");
}

function isCommon(part: string): boolean {
  return part === "" || COMMON.has(part.replace(/\.(?:pem|crt|cer|jks|p12)$/i, "")) || OF_LANGUAGE.test(part);
}

function sharedPart(part: string, word: Words): string {
  const [, name = "", ending = ""] = /^(.+?)(\.\w{1,10})?$/s.exec(part) ?? [];
  return `${word(name)}${ending}`;
}
