import { expect, test } from "vitest";
import { wordsForReasons } from "../../src/messages/because.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

const PROXY = "http://10.0.0.33:3128";
const CUSTOMIZATIONS = "/etc/circle-installation-customizations";
const OPEN = {
  direct: { "*": "works", "license-server/*": "tcp/timed-out", "ec2-api/*": "tcp/timed-out" },
  [PROXY]: { "*": "works" },
};

/** What the report gives as the causes of a finding's way. */
async function causesOf(code: string, files: Readonly<Record<string, string>>) {
  const flags = { role: "services", ghe: "ghe.example.com" } as const;
  const { judgement } = await judged({ machine: fakeMachine(files), flags, saw: OPEN });
  return judgement.findings
    .filter((finding) => finding.code === code)
    .flatMap(({ evidence }) =>
      wordsForReasons(
        judgement.decisions.filter(({ component, target }) => evidence.includes(`${component}>${target}`)),
      ),
    );
}

test("a proxy that is not exported is named as the cause of going direct", async () => {
  const files = { [CUSTOMIZATIONS]: `# ours\nHTTPS_PROXY=${PROXY}\n` };
  expect(await causesOf("misrouted-direct", files)).toContain(
    `HTTPS_PROXY (${CUSTOMIZATIONS}:2) has no effect: it is not exported, so no program is given it`,
  );
});

test("exceptions that are not exported are named as the cause of going through the proxy", async () => {
  const files = { [CUSTOMIZATIONS]: `export HTTPS_PROXY=${PROXY}\nNO_PROXY=ghe.example.com\n` };
  expect(await causesOf("misrouted-to-proxy", files)).toEqual([
    `HTTPS_PROXY (${CUSTOMIZATIONS}:1) names the proxy`,
    `NO_PROXY (${CUSTOMIZATIONS}:2) has no effect: it is not exported, so no program is given it`,
  ]);
});

test("a JVM's options that are not exported, too", async () => {
  const options =
    "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";
  const files = { [CUSTOMIZATIONS]: `JVM_OPTS="${options}"\nhttps_proxy=${PROXY}\n` };
  expect(await causesOf("misrouted-direct", files)).toContain(
    `JVM_OPTS (${CUSTOMIZATIONS}:1) has no effect: it is not exported, so no program is given it`,
  );
});

test.each([
  ["a comma too many", `{\n  "HttpProxy": "${PROXY}",\n}`],
  ["no braces", `\nHttpProxy: ${PROXY}\n`],
])("a replicated.conf with %s is named with its line", async (_what, text) => {
  expect(await causesOf("misrouted-direct", { "/etc/replicated.conf": text })).toContain(
    "HttpProxy (/etc/replicated.conf:2) has no effect: it stands in a file that is not valid JSON, of which nothing is read",
  );
});

test("what has its effect is no cause of this kind, nor what decides nothing here", async () => {
  const files = {
    [CUSTOMIZATIONS]: `export HTTPS_PROXY=${PROXY}\nNO_PROXY=a\nhttp_proxy=${PROXY}\n`,
    "/etc/replicated.conf": `{"HttpProxy": "${PROXY}"}`,
  };
  const causes = await causesOf("misrouted-to-proxy", files);
  expect(causes.filter((cause) => cause.includes("has no effect"))).toHaveLength(1);
  expect(await causesOf("misrouted-direct", files)).not.toContainEqual(
    expect.stringContaining("replicated.conf"),
  );
});
