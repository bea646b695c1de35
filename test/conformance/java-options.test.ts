import { conform } from "./conform.ts";
import { cannotLookUp, eachJvm, OCTAL } from "./java.ts";
import { javaOptionCases } from "./java-cases.ts";
import type { Case } from "./subject.ts";

/** Where options may stand, and which of several counts. */
const PLACES: readonly Case[] = [
  { JAVA_TOOL_OPTIONS: "-Dhttp.proxyHost=a -Dhttp.proxyPort=81", JDK_JAVA_OPTIONS: "-Dhttp.proxyHost=b" },
  { JDK_JAVA_OPTIONS: "-Dhttp.proxyHost=b", JVM_OPTS: "-Dhttp.proxyHost=c" },
  { JVM_OPTS: "-Dhttp.proxyHost=c", _JAVA_OPTIONS: "-Dhttp.proxyHost=d" },
  { JAVA_OPTS: "-Dhttp.proxyHost=e", http_proxy: "http://f:3128" },
  { JVM_OPTS: "-Dhttp.proxyHost=c -Dhttp.nonProxyHosts=x | y" },
  { JVM_OPTS: "-Dhttp.proxyHost=c -Dhttp.proxyPort=3128\r\n" },
  { JVM_OPTS: '"-Dhttp.proxyHost=c"' },
  { JVM_OPTS: "-Xmx64m -Dhttp.proxyHost=c --add-opens java.base/java.net=ALL-UNNAMED" },
  { JAVA_TOOL_OPTIONS: "-Dhttp.proxyHost=a\u00a0-Dhttp.proxyPort=81" },
  { _JAVA_OPTIONS: "-Dhttp.proxyHost='d" },
].map((environment) => ({ environment, url: "http://example.com/" }));

conform({
  subject: eachJvm,
  cases: javaOptionCases,
  table: PLACES,
  atMost: 150,
  leftOut: [OCTAL],
  cannotLookUp,
});
