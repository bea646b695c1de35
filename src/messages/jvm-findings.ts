import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { listed, sentences } from "./phrases.ts";
import { theSettings } from "./setting-places.ts";

/** A JVM's `proxyHost` that is more than a host. */
export function jvmProxyHostMalformed(args: FindingArgs["jvm-proxy-host-malformed"]): FindingWords {
  const { places, properties } = args;
  const names = listed(properties);
  return {
    what: `In ${theSettings(places)}, ${names} ${properties.length === 1 ? "is not a bare host" : "are not bare hosts"}.`,
    why: "Java looks the whole value up as a host name, finds none, and every request that is to go through the proxy fails with UnknownHostException.",
    remedy: `Write the host alone, without scheme, port, quotes and blanks: -D${properties[0]}=10.0.0.33; the port goes into -D${(properties[0] ?? "").replace(/Host$/, "Port")}=3128.`,
  };
}

/** A JVM with a proxy for http alone. */
export function jvmHttpsProxyMissing({ places }: FindingArgs["jvm-https-proxy-missing"]): FindingWords {
  return {
    what: `${theSettings(places)} ${places.length === 1 ? "names" : "name"} a proxy for http and none for https.`,
    why: "Java uses http.proxyHost for http URLs only. What it calls by https goes direct, and times out where the network lets nothing out.",
    remedy:
      "Add -Dhttps.proxyHost and -Dhttps.proxyPort with the values of http.proxyHost and http.proxyPort.",
  };
}

/** A JVM's bypass list with separators that it does not know. */
export function jvmBypassSeparator({ places }: FindingArgs["jvm-bypass-separator"]): FindingWords {
  return {
    what: `The entries of http.nonProxyHosts in ${theSettings(places)} are not joined by | alone.`,
    why: "Java parts the list at | alone. Entries with a comma or a semicolon between them are one pattern, which matches no host. At a blank the option ends: java takes the next word for the class that it is to run, and does not start.",
    remedy: "Join the entries by | and leave no blanks: -Dhttp.nonProxyHosts=10.0.1.238|localhost|127.*.",
  };
}

/** A bypass list under a name that no JVM reads. */
export function jvmHttpsBypassProperty({ places }: FindingArgs["jvm-https-bypass-property"]): FindingWords {
  return {
    what: `${theSettings(places)} ${places.length === 1 ? "sets" : "set"} https.nonProxyHosts, which no JVM reads.`,
    why: "Java takes its exceptions from http.nonProxyHosts, for http and https alike. What stands in the other list only is called through the proxy.",
    remedy:
      "Move the entries of https.nonProxyHosts into http.nonProxyHosts, joined by |, and take the option out.",
  };
}

/** Java without a proxy beside variables that name one. */
export function jvmOptionsMissing(args: FindingArgs["jvm-options-missing"]): FindingWords {
  const { places, components } = args;
  const [first] = places;
  return {
    what: `The proxy that ${theSettings(places)} ${places.length === 1 ? "names" : "name"} does not reach ${theComponents(components)}: no option tells Java of one.`,
    why: sentences(
      "Java reads none of the proxy variables; it takes its proxy from system properties, which CircleCI's start scripts pass on from JVM_OPTS",
      "what has to go through the proxy times out, or is refused, for Java alone",
    ),
    remedy: `Set JVM_OPTS ${first?.source === "environment" ? "in the file that they read" : "beside the variables"}: -Dhttp.proxyHost, -Dhttp.proxyPort, -Dhttps.proxyHost and -Dhttps.proxyPort, and -Dhttp.nonProxyHosts with the entries of NO_PROXY joined by |.`,
  };
}

/** A JVM that may not log in to its proxy. */
export function jvmBasicAuthDisabled(args: FindingArgs["jvm-basic-auth-disabled"]): FindingWords {
  const { places, proxy } = args;
  const [options, ...logins] = places;
  const login =
    logins.length === 0
      ? "the options name a user for it"
      : `a login for it stands in ${theSettings(logins)}`;
  return {
    what: `Java does not log in to the proxy ${proxy} for https: ${theSettings(options === undefined ? [] : [options])} leaves Basic authentication switched off.`,
    why: sentences(
      login,
      "since 8u111 Java refuses Basic when it opens a tunnel for an https URL, unless jdk.http.auth.tunneling.disabledSchemes says otherwise",
      "it does not ask its authenticator, and the proxy's 407 ends the request",
    ),
    remedy:
      "Add -Djdk.http.auth.tunneling.disabledSchemes= with nothing behind the equals sign; the program must know the user and the password besides.",
  };
}
