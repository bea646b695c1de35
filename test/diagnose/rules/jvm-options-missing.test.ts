import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const FILE = "/etc/circle-installation-customizations";
const PROXY = "export HTTPS_PROXY=http://10.0.0.33:3128\n";
const OPTIONS = "-Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";

async function isSpokenOf(
  files: Readonly<Record<string, string>>,
  flags: Parameters<typeof judged>[0]["flags"] = { role: "services" },
  environment = {},
) {
  const { judgement } = await judged({ machine: fakeMachine(files, environment), flags });
  return judgement.findings.some(({ code }) => code === "jvm-options-missing");
}

test.each<[string, boolean, string]>([
  ["no options at all", true, PROXY],
  ["options that say nothing of a proxy", true, `${PROXY}export JVM_OPTS=-Xmx1g\n`],
  ["a variable that is not exported", true, "HTTPS_PROXY=http://10.0.0.33:3128\n"],
  ["options in effect", false, `${PROXY}export JVM_OPTS="${OPTIONS}"\n`],
  ["a variable that every JVM reads", false, `${PROXY}export JAVA_TOOL_OPTIONS="${OPTIONS}"\n`],
  ["options that are not exported", false, `${PROXY}JVM_OPTS="${OPTIONS}"\n`],
  ["no proxy", false, "export NO_PROXY=localhost\n"],
  ["an empty proxy", false, "export HTTPS_PROXY=\n"],
])("with %s: %s", async (_, expected, text) => {
  expect(await isSpokenOf({ [FILE]: text })).toBe(expected);
});

test("options in another file are another mistake", async () => {
  expect(await isSpokenOf({ [FILE]: PROXY, "/etc/environment": `JVM_OPTS="${OPTIONS}"\n` })).toBe(false);
  expect(await isSpokenOf({ [FILE]: PROXY, "/etc/environment": "JVM_OPTS=-Xmx1g\n" })).toBe(false);
});

test("a proxy in this shell counts where the file names none", async () => {
  expect(await isSpokenOf({}, { role: "services" }, { https_proxy: "http://10.0.0.33:3128" })).toBe(true);
});

test("on a Nomad client only a network that sends S3 through the proxy misses it", async () => {
  const files = { "/etc/environment": "https_proxy=http://10.0.0.33:3128\n" };
  expect(await isSpokenOf(files, { role: "nomad-client" })).toBe(false);
  expect(await isSpokenOf(files, { role: "nomad-client", egress: "corporate" })).toBe(true);
});
