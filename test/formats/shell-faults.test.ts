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
