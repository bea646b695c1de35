import { JAVA_SUITE } from "../decide/clients/java-suite.ts";
import { conform } from "./conform.ts";
import { cannotLookUp, OCTAL, oneJvm } from "./java.ts";
import { javaCases } from "./java-cases.ts";

conform({
  subject: oneJvm,
  cases: javaCases,
  table: JAVA_SUITE.flatMap(([list, direct, proxied]) =>
    [...direct, ...proxied].map((host) => ({
      environment: { JVM_OPTS: `-Dhttp.proxyHost=proxy.example.com -Dhttp.nonProxyHosts=${list}` },
      url: `http://${host}/`,
    })),
  ),
  leftOut: [OCTAL],
  cannotLookUp,
});
