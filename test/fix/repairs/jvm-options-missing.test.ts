import { expect, test } from "vitest";
import { repair } from "../../../src/fix/repairs/index.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const FILE = "/etc/circle-installation-customizations";
const FLAGS = { role: "services", services: "10.0.1.238", ghe: "ghe.example.com" } as const;

/** The options that are proposed for a file's variables. */
async function optionsFor(lines: readonly string[], environment = {}) {
  const { finding, fixes } = await judgedWith(lines, environment);
  const fix = fixes.find(({ findings }) => findings.includes(finding.id));
  return fix?.patch.map(({ name, value }) => `${name} ${value}`);
}

async function judgedWith(lines: readonly string[], environment = {}) {
  const text = lines.map((line) => `export ${line}\n`).join("");
  const machine = fakeMachine({ [FILE]: text }, environment);
  const whole = await judged({ machine, flags: FLAGS });
  const finding = whole.judgement.findings.find(({ code }) => code === "jvm-options-missing");
  if (finding === undefined) throw new Error("options are not said to be missing");
  return { ...whole, finding };
}

test("the proxy of each scheme, and the list in Java's spelling", async () => {
  expect(
    await optionsFor([
      "http_proxy=http://10.0.0.33:3128",
      "https_proxy=http://10.0.0.34:3129/",
      "no_proxy=10.0.1.238,example.com,s3.amazonaws.com,s3.us-east-1.amazonaws.com",
    ]),
  ).toEqual([
    "JVM_OPTS -Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.34 -Dhttps.proxyPort=3129 -Dhttp.nonProxyHosts=10.0.1.238|example.com|*.example.com|s3.amazonaws.com|*.s3.amazonaws.com|s3.us-east-1.amazonaws.com|*.s3.us-east-1.amazonaws.com",
  ]);
});

test("hosts that the list leaves out, and a login that Java is to offer", async () => {
  const [options = ""] =
    (await optionsFor([
      "HTTPS_PROXY=http://ci:secret@10.0.0.33:3128",
      "NO_PROXY=10.0.0.0/12,amazonaws.com,ghe.example.com",
    ])) ?? [];
  expect(options).toContain(
    "nonProxyHosts=amazonaws.com|*.amazonaws.com|ghe.example.com|*.ghe.example.com|10.0.1.238 ",
  );
  expect(options).toMatch(/ -Djdk\.http\.auth\.tunneling\.disabledSchemes=$/);
  expect(options).not.toMatch(/ci:|secret|\*\*\*/);
});

test.each(["http://10.0.0.33", "https://10.0.0.33:3128", "socks5://10.0.0.33:1080", "10.0.0.33:port"])(
  "nothing where a JVM cannot use %s, or its port is not known",
  async (value) => {
    const { finding, workspace, circumstances } = await judgedWith([`https_proxy=${value}`]);
    expect(repair(finding, workspace, circumstances)).toEqual([]);
  },
);

test.each(["http://10.0.0.33", "socks5://10.0.0.33:1080", "10.0.0.33:port"])(
  "nothing where %s cannot be mended, either",
  async (value) => expect(await optionsFor([`https_proxy=${value}`])).toBeUndefined(),
);

test("the proxy as another fix has mended it", async () => {
  const [options] = (await optionsFor(["https_proxy=https://10.0.0.33:3128"])) ?? [];
  expect(options).toContain(" -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128 ");
});

test("nothing to type for what does not read this shell", async () => {
  expect(await optionsFor([], { https_proxy: "http://10.0.0.33:3128" })).toBeUndefined();
});
