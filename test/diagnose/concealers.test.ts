import { describe, expect, test } from "vitest";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

const SCHEDULERER = "/etc/circleconfig/schedulerer/customizations";
const OPTIONS = "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128";

/** The causes of what will be wrong once settings are taken: code and, of each cause, code and name of the setting. */
async function causesIn(files: Readonly<Record<string, string>>) {
  const { judgement } = await judged({
    machine: fakeMachine(files),
    flags: { role: "services", services: "10.0.1.238" },
  });
  return judgement.findings
    .filter(({ latent }) => latent)
    .map(({ code, causedBy }) => [code, ...causedBy.map((id) => id.replace(/@.*/, ""))].join(" < "));
}

describe("what will be wrong once settings are taken", () => {
  test("stands beneath what keeps those settings from being taken, and beneath nothing else", async () => {
    const causes = await causesIn({
      "/etc/environment": "no_proxy=localhost, 127.0.0.1\n",
      [SCHEDULERER]: `JVM_OPTS=${OPTIONS}\n`,
    });
    expect(causes).toContain("unexported-variable < unquoted-value:JVM_OPTS");
  });

  test("stands beneath what keeps the settings from being taken by which its ways are decided", async () => {
    const causes = await causesIn({
      "/etc/environment": "no_proxy=localhost, 127.0.0.1\n",
      "/etc/circle-installation-customizations": "http_proxy=http://10.0.0.33:3128\n",
    });
    expect(causes).toContain("bypass-missing < unexported-variable:http_proxy");
  });
});
