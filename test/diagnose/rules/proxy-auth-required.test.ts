import { describe, expect, test } from "vitest";
import type { FindingArgs } from "../../../src/model/finding.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";

/** What is said of a Services machine's proxy that answers everything so. */
async function argsWhen(showing: string): Promise<FindingArgs["proxy-auth-required"]> {
  const { judgement } = await judged({
    machine: fakeMachine({
      "/etc/environment": `http_proxy=${PROXY}\nhttps_proxy=${PROXY}\n`,
      "/etc/replicated.conf": `{"HttpProxy": "${PROXY}"}`,
      "/etc/circle-installation-customizations": `export JVM_OPTS="-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128"\n`,
    }),
    flags: { role: "services", services: "10.0.1.238" },
    saw: { direct: { "*": "tcp/timed-out" }, [PROXY]: { "*": showing } },
  });
  const found = judgement.findings.find(({ code }) => code === "proxy-auth-required");
  if (found?.code !== "proxy-auth-required") throw new Error("no such finding");
  return found.args;
}

const curl = { components: ["shell-commands"] };
const java = { components: ["jvm-services"] };

describe("who can log in to a proxy that offers", () => {
  test("Basic: everyone, Java with more than a login", async () => {
    const { schemes, logins } = await argsWhen("tunnel/proxy-auth-required offers Basic");
    expect(schemes).toEqual(["Basic"]);
    expect(logins).toEqual([
      { components: ["shell-commands", "aws-commands", "apt", "replicated"], scheme: "Basic", needs: [] },
      { ...java, scheme: "Basic", needs: ["java-authenticator", "java-disabled-schemes"] },
    ]);
  });

  test("NTLM alone: curl and Java, and nobody else whatever is set", async () => {
    const { logins } = await argsWhen("tunnel/proxy-auth-required offers ntlm X-Own");
    expect(logins).toEqual([
      { ...curl, scheme: "NTLM", needs: ["curlrc"] },
      { components: ["aws-commands", "apt", "replicated"] },
      { ...java, scheme: "NTLM", needs: ["java-authenticator"] },
    ]);
  });

  test("what nobody knows: nobody", async () => {
    const { logins } = await argsWhen("response/proxy-auth-required offers Kerberos-Of-Ours");
    expect(logins).toHaveLength(1);
    expect(logins[0]).not.toHaveProperty("scheme");
  });

  test("nothing that was seen: nothing is said", async () => {
    expect((await argsWhen("tunnel/proxy-auth-required")).logins).toEqual([]);
  });
});
