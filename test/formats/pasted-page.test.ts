import { describe, expect, test } from "vitest";
import type { Format } from "../../src/formats/format.ts";
import { pamEnv } from "../../src/formats/pam-env.ts";
import { shell } from "../../src/formats/shell.ts";

/** What CircleCI's page on HTTP proxies tells to run on the Services machine. */
const SERVICES = `1.) echo '{"HttpProxy": "http://<proxy-ip:port>"}' | sudo tee  /etc/replicated.conf
2.) (cat <<'EOF'
HTTP_PROXY=<proxy-ip:port>
HTTPS_PROXY=<proxy-ip:port>
NO_PROXY=169.254.169.254,<circleci-service-ip>,127.0.0.1,localhost,ghe.example.com
JVM_OPTS="-Dhttp.proxyHost=<ip> -Dhttp.proxyPort=<port> -Dhttps.proxyHost=<proxy-ip> -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=169.254.169.254|<circleci-service-ip>|127.0.0.1|localhost|ghe.example.com"

EOF
) | sudo tee -a /etc/circle-installation-customizations
3.) sudo service replicated-ui stop; sudo service replicated stop; sudo service replicated-operator stop; sudo service replicated-ui start; sudo service replicated-operator start; sudo service replicated start
`;

/** What it tells to put into a Nomad client's launch configuration. */
const NOMAD_CLIENT = `#!/bin/bash

2.) (cat <<'EOF'
HTTP_PROXY=<proxy-ip:port>
HTTPS_PROXY=<proxy-ip:port>
NO_PROXY=169.254.169.254,<circleci-service-ip>,127.0.0.1,localhost,ghe.example.com
JVM_OPTS="-Dhttp.proxyHost=<ip> -Dhttp.proxyPort=<port> -Dhttps.proxyHost=<proxy-ip> -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=169.254.169.254|<circleci-service-ip>|127.0.0.1|localhost|ghe.example.com"
EOF
) | sudo tee -a /etc/environment

set -a
. /etc/environment
`;

/** The Services machine's block with each label taken off, as a person does first. */
const UNLABELLED = SERVICES.replace(/^\d\.\) /gm, "");

/** What the commands would have written, had they been run. */
const WRITTEN = SERVICES.split("\n").slice(2, 6).join("\n");

const flaws = ({ flawed }: Format, text: string) =>
  flawed?.(text).map(({ name, line, flaw }) => `${line} ${name} ${flaw}`) ?? [];
const faults = (format: Format, text: string) =>
  format.faults?.(text).map(({ kind, line }) => `${line} ${kind}`) ?? [];
const read = (format: Format, text: string) => format.read(text).map(({ name, line }) => `${line} ${name}`);

const PLACEHOLDERS = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "JVM_OPTS"];
const from = (first: number, flaw: string) => PLACEHOLDERS.map((name, at) => `${first + at} ${name}${flaw}`);

describe("the shell", () => {
  test.each<[string, string, string[], string[]]>([
    [
      "the Services machine's block",
      SERVICES,
      from(3, " syntax-error"),
      ["1 pasted-label", "2 pasted-label", "8 pasted-command", "9 pasted-command", "10 pasted-label"],
    ],
    [
      "the Nomad client's block",
      NOMAD_CLIENT,
      from(4, " syntax-error"),
      ["3 pasted-label", "8 pasted-command", "9 pasted-command"],
    ],
    [
      "without its labels",
      UNLABELLED,
      from(3, " in-here-document"),
      ["1", "2", "8", "9", "10"].map((line) => `${line} pasted-command`),
    ],
    ["what was to be written", WRITTEN, from(1, " syntax-error"), ["1 syntax-error"]],
  ])("%s", (_, text, flawed, faulty) => {
    expect(read(shell, text)).toEqual([]);
    expect(flaws(shell, text)).toEqual(flawed);
    expect(faults(shell, text)).toEqual(faulty);
  });

  test("the value of a flaw is what a person reads", () => {
    expect(shell.flawed?.(SERVICES).map(({ value }) => value)).toEqual([
      "<proxy-ip:port>",
      "<proxy-ip:port>",
      "169.254.169.254,<circleci-service-ip>,127.0.0.1,localhost,ghe.example.com",
      expect.stringMatching(/^-Dhttp\.proxyHost=<ip> .*\|ghe\.example\.com$/),
    ]);
  });
});

describe("pam_env reads the assignments all the same", () => {
  test.each<[string, string, string[], string[]]>([
    [
      "the Services machine's block",
      SERVICES,
      from(3, ""),
      ["1 pasted-label", "2 pasted-label", "8 pasted-command", "9 pasted-command", "10 pasted-label"],
    ],
    [
      "the Nomad client's block",
      NOMAD_CLIENT,
      from(4, ""),
      ["3 pasted-label", "8 pasted-command", "9 pasted-command"],
    ],
    ["what was to be written", WRITTEN, from(1, ""), []],
  ])("%s", (_, text, taken, faulty) => {
    expect(read(pamEnv, text)).toEqual(taken);
    expect(flaws(pamEnv, text)).toEqual([]);
    expect(faults(pamEnv, text)).toEqual(faulty);
  });
});

test("with the faults taken out, from the last to the first, and the flaws stated anew, the shell takes all", () => {
  let text = NOMAD_CLIENT;
  for (const { line } of [...(shell.faults?.(text) ?? [])].reverse()) {
    text = shell.removeFault?.(text, line) ?? text;
  }
  expect(faults(shell, text)).toEqual(["3 syntax-error"]);
  for (let [first] = shell.flawed?.(text) ?? []; first !== undefined; [first] = shell.flawed?.(text) ?? []) {
    const stated = shell.restate?.(text, first.line, first.name, first.value) ?? text;
    expect(stated).not.toBe(text);
    text = stated;
  }
  text = shell.restate?.(text, 6, "JVM_OPTS", shell.read(text)[3]?.value ?? "") ?? text;
  expect(shell.read(text).map(({ name, exported }) => [name, exported])).toEqual(
    PLACEHOLDERS.map((name) => [name, true]),
  );
  expect(faults(shell, text)).toEqual([]);
  expect(pamEnv.read(text).map(({ value }) => value)).toEqual(shell.read(text).map(({ value }) => value));
});
