import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const HOST = "-Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";
const DISABLED = "-Djdk.http.auth.tunneling.disabledSchemes";

test.each<[string, string, boolean]>([
  ["http://ci:pw@10.0.0.33:3128", HOST, true],
  ["ci:pw@10.0.0.33", HOST, true],
  ["'\"http://ci:pw@10.0.0.33:3128\"'", HOST, true],
  ["http://ci:pw@10.0.0.33:3128", `${HOST} ${DISABLED}=NTLM,basic`, true],
  ["http://10.0.0.33:3128", `${HOST} -Dhttp.proxyUser=ci`, true],
  ["http://ci:pw@10.0.0.33:3128", "-Dhttps.proxyHost=http://10.0.0.33:3128", true],
  ["http://10.0.0.33:3128", HOST, false],
  ["http://ci:pw@10.0.0.34:3128", HOST, false],
  ["http://ci:pw@10.0.0.33:8080", HOST, false],
  ["http://ci:pw@10.0.0.33:3128", `${HOST} ${DISABLED}=`, false],
  ["http://ci:pw@10.0.0.33:3128", `${HOST} ${DISABLED}=NTLM`, false],
  ["http://ci:pw@10.0.0.33:3128", "-Xmx1g", false],
])("%s beside %s: %s", async (proxy, options, expected) => {
  const text = `export https_proxy=${proxy}\nexport JVM_OPTS="${options}"\n`;
  const { judgement } = await judged({
    machine: fakeMachine({ "/etc/circle-installation-customizations": text }),
    flags: { role: "services" },
  });
  const said = judgement.findings.filter(({ code }) => code === "jvm-basic-auth-disabled");
  expect(said.length > 0).toBe(expected);
  expect(JSON.stringify(judgement.findings)).not.toContain("pw");
});
