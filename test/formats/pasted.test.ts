import { describe, expect, test } from "vitest";
import { envFile } from "../../src/formats/env-file.ts";
import { pastedFaults, pastedLines } from "../../src/formats/pasted.ts";

const told = (text: string) => pastedFaults(text).map(({ kind, line }) => `${line} ${kind}`);

describe("pasted", () => {
  test.each<[string, string]>([
    ["1.) echo hello", "label"],
    ["  2) A=b", "label"],
    ["3. export A=b", "label"],
    ["2.)A=b", "label"],
    ["(cat <<'EOF'", "command"],
    ["cat <<EOF", "command"],
    ["cat <<-'EOF' | sudo tee -a /etc/environment", "command"],
    ["cat <<EOF >> /etc/environment", "command"],
    ["sudo tee -a /etc/environment <<EOF", "command"],
    ["EOF", "command"],
    ["EOF) | sudo tee -a /etc/environment", "command"],
    [") | sudo tee -a /etc/environment", "command"],
    [") >> /etc/environment", "command"],
    [`echo '{"HttpProxy": "http://10.0.0.33:3128"}' | sudo tee  /etc/replicated.conf`, "command"],
    ["echo 'export A=b' >> /etc/environment", "command"],
    ["sudo service replicated-ui stop; sudo service replicated stop", "command"],
    ["systemctl restart replicated\\*", "command"],
    ["sudo systemctl daemon-reload\r", "command"],
  ])("%s", (line, kind) => expect(told(`A=1\n${line}\n`)).toEqual([`2 pasted-${kind}`]));
});

describe("not pasted", () => {
  test.each([
    "A=1.) b",
    "10.0.0.33 proxy",
    "1.5",
    "2.)",
    "# 1.) echo | sudo tee /etc/x",
    "# EOF",
    "echo hello",
    "echo hello > /dev/null",
    "tee=b",
    "cat /etc/hostname",
    "( cd / )",
    "service=replicated",
    "python3 <<PY\n1. of three\nEOF\nPY",
    'read A <<< EOF\n"$B"',
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

test("of a here-document that was pasted, the end is told by its own name", () => {
  expect(told("cat <<'SETTINGS' | sudo tee /etc/x\nA=1\nSETTINGS\n")).toEqual([
    "1 pasted-command",
    "3 pasted-command",
  ]);
});

test("a line's offset is that of its first character", () => {
  expect(pastedLines("A=1\n  2.) A=b\n")).toEqual([{ kind: "pasted-label", line: 2, offset: 6 }]);
});

test("an EnvironmentFile tells the same", () => {
  expect(envFile.faults?.("1.) A=b\nEOF\n")).toEqual(pastedFaults("1.) A=b\nEOF\n"));
});
