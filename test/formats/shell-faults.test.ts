import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { shellFaults } from "../../src/formats/shell-faults.ts";

test.each<[string, string, string[]]>([
  ["nothing wrong", "export A=1\nif true; then\nB=2\nfi\n", []],
  ["a placeholder", "A=1\n\nB=<ip:port>\nC=<ip:port>\n", ["3 syntax-error"]],
  ["a quote, where it opens", 'A=1 \\\n  B="x\nC=2\n', ["2 syntax-error"]],
  ["a condition, where it begins", "A=1\nif true; then\nB=2\n", ["2 syntax-error"]],
  ["a word that closes nothing", "A=1\nB=2\nfi\n", ["3 syntax-error"]],
  ["a label", "A=1\n2.) B=2\nC=<x>\n", ["2 pasted-label"]],
  ["a label that is a program to the shell", "A=1\n2. B=2\nC=3\n", ["2 pasted-label"]],
  ["an error before a label", "A=1\nB=<x>\n2.) C=2\n", ["2 syntax-error", "3 pasted-label"]],
  ["patterns of a case are no labels", "case $x in\n1) A=1;;\n2) A=2;;\nesac\n", []],
  ["text of a here-document is no label", "cat > x <<EOF\n1. First\n2.) Second\nEOF\n", []],
  ["text in quotes is no label", 'A="\n1. First\n"\n', []],
  ["a command that cannot be read", "(cat <<'EOF'\nA=1\nEOF\n", ["1 pasted-command", "3 pasted-command"]],
])("%s", (_, text, faults) => {
  expect(shellFaults(text).map(({ kind, line }) => `${line} ${kind}`)).toEqual(faults);
});

const URL = "http://10.0.0.33:3128";

const DROPPED: readonly [string, string, string[], RegExp][] = [
  [
    "blanks about the equals sign",
    `A=1\nHTTP_PROXY = "${URL}"\nB=2\n`,
    ["2 no-assignment"],
    /HTTP_PROXY: command not found/,
  ],
  [
    "the same behind export",
    `export HTTP_PROXY = "${URL}"\n`,
    ["1 no-assignment"],
    /export: `=': not a valid identifier/,
  ],
  ["a blank before it alone", `no_proxy =10.0.0.1\n`, ["1 no-assignment"], /no_proxy: command not found/],
  [
    "a colon",
    `if true; then\n  http_proxy: ${URL}\nfi\n`,
    ["2 no-assignment"],
    /http_proxy:: command not found/,
  ],
];

test.each(DROPPED)("a shell drops what has %s", (_, text, faults, says) => {
  expect(shellFaults(text).map(({ line, reason }) => `${line} ${reason}`)).toEqual(faults);
  const { stderr } = spawnSync("bash", ["-s"], { input: text, encoding: "utf8", env: { LC_ALL: "C" } });
  expect(stderr).toMatch(says);
});

test.each<[string, string]>([
  ["what is right", `HTTP_PROXY=${URL}\nexport HTTPS_PROXY="${URL}" NO_PROXY\n`],
  ["a comparison", '[ "$HTTP_PROXY" = "" ] && test HTTP_PROXY = x || true\n'],
  ["other names", "FOO = 1\nbar: 2\n\uFEFFA=1\n"],
  ["a comment behind a byte order mark", "\uFEFF# HTTP_PROXY = x\nA=1\n"],
  ["text of a here-document", "cat > x <<EOF\nHTTP_PROXY = x\nhttp_proxy: y\nEOF\n"],
  ["words that are told", 'echo HTTP_PROXY = "$HTTP_PROXY"\n'],
])("a shell drops nothing of %s", (_, text) => expect(shellFaults(text)).toEqual([]));
