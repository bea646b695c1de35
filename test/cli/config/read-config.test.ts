import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../src/cli/config/read-config.ts";
import { runCli } from "../../rig/run-cli.ts";

const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
afterAll(() => rmSync(directory, { recursive: true }));
const file = join(directory, "config.yml");

async function complaintOf(text: string | Uint8Array): Promise<string> {
  writeFileSync(file, text);
  const read = readConfig(file, new AbortController().signal);
  const complaint = await read.then(
    () => "",
    (error) => String(error.message),
  );
  return complaint.replaceAll(directory, "");
}

const target = (lines: string) => `targets:\n  - id: own/a\n    policy: either\n    ${lines}\n`;

describe("the first fault of a file is told by its place, its key and its value", () => {
  test.each<[string, string]>([
    [
      "# ours\negress: corprate\n",
      '/config.yml:2:9: egress: "corprate" is not one of standard, corporate; did you mean corporate?',
    ],
    ["egres: standard\n", '/config.yml:1:1: unknown key "egres"; did you mean egress?'],
    [
      "ghe: 'ghe example'\nrole: butler\n",
      '/config.yml:1:6: ghe: "ghe example" is not a host name or an address',
    ],
    ["role: butler\nghe: 'ghe example'\n", '/config.yml:1:7: role: "butler" is not one of'],
    [
      "nomad-client:\n  - 10.0.2.17\n  - 10.0.2.\n",
      '/config.yml:3:5: nomad-client: "10.0.2." is not a host name',
    ],
    ["services: 10.0.2.\n", '/config.yml:1:11: services: "10.0.2." is not a host name'],
    ["timeout: soon\n", '/config.yml:1:10: timeout: "soon" is not a number of seconds'],
    ["deadline: 0\n", "/config.yml:1:11: deadline: 0 is not more than 0 seconds"],
    ["quiet: yes\n", '/config.yml:1:8: quiet: "yes" is neither true nor false'],
    ["services: {a: 1}\n", "/config.yml:1:11: services: a mapping is neither a text nor a list of texts"],
    ["role: {a: 1}\n", "/config.yml:1:7: role: a mapping is not one of services, nomad-client"],
    ["timeout: [1]\n", "/config.yml:1:10: timeout: a list is not a number of seconds"],
    ["bucket: My_Bucket\n", '/config.yml:1:9: bucket: "My_Bucket" is not an S3 bucket name'],
    ["- role\n", "/config.yml:1:3: a list stands where a mapping is wanted"],
    ["services\n", "/config.yml:1:1: is not a mapping"],
    [target("url: ftp://x/"), '/config.yml:4:10: url: "ftp://x/" is not an http:, https:, tcp: or ssh: URL'],
    [target("url: tcp://x"), '/config.yml:4:10: url: "tcp://x" names no port'],
    [target("url: http://x/"), "/config.yml:4:10: url: an http: target needs expect"],
    [target("urk: https://x/"), '/config.yml:4:5: targets: unknown key "urk"; did you mean url?'],
    [target("reason: so"), "/config.yml:2:5: targets: url is missing"],
    [
      target("url: tcp://x:1\n    expect: {status: [200]}"),
      "/config.yml:5:13: expect: is for http: and https: URLs",
    ],
    [target("url: https://x/\n    expect: {}"), "/config.yml:5:13: expect: names neither a status"],
    [
      target("url: https://x/\n    expect: {status: [2000]}"),
      "/config.yml:5:23: status: 2000 is not a status",
    ],
    [
      target("url: https://x/\n    expect: {header: {nane: x}}"),
      '/config.yml:5:23: header: unknown key "nane"; did you mean name?',
    ],
    [
      target("url: https://x/\n    components: [shell]"),
      '/config.yml:5:18: components: "shell" is not one of',
    ],
    [
      "targets:\n  - {id: s3/mine, url: https://x/, policy: either}\n",
      '/config.yml:2:10: id: "s3/mine" begins as a built-in target does',
    ],
    [
      "targets:\n  - {id: mine, url: https://x/, policy: either}\n",
      '/config.yml:2:10: id: "mine" is not an id such as own/artifactory',
    ],
    [
      "targets:\n  - {id: own/a, url: https://x/, policy: must-drect}\n",
      '/config.yml:2:42: policy: "must-drect" is not one of',
    ],
    [
      "targets:\n  - {id: own/a, url: https://x/, policy: {standard: either, corporate: ether}}\n",
      '/config.yml:2:72: corporate: "ether" is not one of',
    ],
    [
      "targets:\n  - {id: own/a, url: tcp://x:1, policy: must-proxy}\n",
      "/config.yml:2:41: policy: must-proxy is for http:",
    ],
    [
      "targets:\n  - {id: own/a, url: https://x/, policy: either}\n  - {id: own/a, url: https://y/, policy: either}\n",
      '/config.yml:3:5: targets: the id "own/a" is there already',
    ],
    ["role: [services\n", "/config.yml:2:1: "],
  ])("%s", async (text, complaint) => {
    expect(await complaintOf(text)).toContain(complaint);
  });

  test("what is no text is told without a place", async () => {
    expect(await complaintOf(new Uint8Array([0x72, 0xff, 0x3a]))).toContain(
      "--config: /config.yml is not UTF-8",
    );
    expect(await complaintOf("#".repeat(1_048_577))).toContain("--config: /config.yml is larger than 1 MiB");
  });

  test.each([
    "proxy: htp//alice:s3cret@proxy\n",
    "proxy: [http://alice:s3cret@:3128]\n",
    "ghe: https://alice:s3cret@ghe\n",
    target("url: https://alice:s3cret@x/"),
    target("url: https://x/?token=s3cret"),
    "http://alice:s3cret@x: 1\n",
  ])("no password is repeated: %s", async (text) => {
    writeFileSync(file, text);
    const { code, stderr } = await runCli(["check", "--config", file]);
    expect({ code, stderr: stderr.replace(directory, "") }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^proxy-doctor: \/config\.yml:\d+:\d+: [^\n]+\n$/),
    });
    expect(stderr).not.toContain("s3cret");
  });
});
