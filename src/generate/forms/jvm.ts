import type { Assigned, ProxySettings } from "../proxy-settings.ts";

const NO_LOGIN =
  "The JDK takes no login from -D: http.proxyUser and http.proxyPassword are no properties of its own. A service has to give the login itself.";

/** The variable whose words the start scripts put on java's command line. */
export function jvmOptionsVariable({ jvmOptions }: ProxySettings): Assigned {
  return ["JVM_OPTS", jvmOptions];
}

/** What there is to say beside a JVM's options. */
export function jvmComment({ hasLogin }: ProxySettings): readonly string[] {
  return hasLogin ? [NO_LOGIN] : [];
}
