import type { Machine } from "../machine.ts";

const JVMS = "/usr/lib/jvm";

/** Where a JVM keeps its authorities, below its home; up to Java 8 there was a `jre` in it. */
const CACERTS = ["lib/security/cacerts", "jre/lib/security/cacerts"];

/** Where the keystores of installed JVMs may lie. */
export async function javaStores({
  environment,
  list,
}: Pick<Machine, "environment" | "list">): Promise<readonly string[]> {
  const listing = await list(JVMS);
  const own = environment["JAVA_HOME"]?.replace(/\/+$/, "") ?? "";
  const homes = [
    ...(own.startsWith("/") ? [own] : []),
    ...(listing.kind === "listed" ? listing.directories : []),
  ];
  const below = homes.flatMap((home) => CACERTS.map((path) => `${home}/${path}`));
  return ["/etc/ssl/certs/java/cacerts", ...below];
}
