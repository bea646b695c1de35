import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFaults, readSettings } from "../../src/formats/index.ts";
import { shell } from "../../src/formats/shell.ts";
import { shellFlaws } from "../../src/formats/shell-flaws.ts";
import { BASH, bashReader } from "./bash.ts";

const told = (text: string) =>
  shellFlaws(text).map(({ name, value, line, flaw }) => `${line} ${name} ${flaw}: ${value}`);

describe("what the shell takes for commands, pipes and files is not quoted", () => {
  test.each<[string, string]>([
    ["JVM_OPTS=-Da=b -Dc=d", "-Da=b -Dc=d"],
    ["export JVM_OPTS=-Da=b -Dc=d", "-Da=b -Dc=d"],
    ["JVM_OPTS=-Dx=a|localhost|ghe", "-Dx=a|localhost|ghe"],
    ["NO_PROXY=a | b", "a | b"],
    ["NO_PROXY=a, b", "a, b"],
    ["export NO_PROXY=a, b", "a, b"],
    ["NO_PROXY=1,<ip>,2", "1,<ip>,2"],
    ["NO_PROXY=localhost 10.0.1.238", "localhost 10.0.1.238"],
    ["NO_PROXY=localhost *.example.com", "localhost *.example.com"],
    ["NO_PROXY=localhost .example.com", "localhost .example.com"],
    ["export NO_PROXY=localhost example.com", "localhost example.com"],
    ["NO_PROXY=a;b;c", "a;b;c"],
    ["NO_PROXY=a||10.0.0.1", "a||10.0.0.1"],
    ["HTTP_PROXY= http://10.0.0.33:3128", "http://10.0.0.33:3128"],
    ["HTTP_PROXY= 10.0.0.33:3128 # the proxy", "10.0.0.33:3128"],
    ["HTTP_PROXY=http://u:p&ss@h:1", "http://u:p&ss@h:1"],
    ["HTTP_PROXY=http://u:p;ss@h:1", "http://u:p;ss@h:1"],
    ["  export  HTTP_PROXY=http://u:p>ss@h:1  \r", "http://u:p>ss@h:1"],
    ['JVM_OPTS="-Da=b" -Dc="d"', '-Da=b" -Dc="d'],
  ])("%s", (line, value) => {
    const name = /[A-Z]\w+(?==)/.exec(line)?.[0];
    expect(told(`A=1\n${line}\nB=2\n`)).toEqual([`2 ${name} unquoted: ${value}`]);
  });
});

describe("no flaw", () => {
  test.each([
    "HTTP_PROXY=x curl https://example.com",
    "HTTP_PROXY= ./configure --prefix=/usr",
    "A=1 B=2 make",
    "A=1;export A",
    "A=1; B=2",
    "A=1;B=2",
    "if true; then\nA=1;fi",
    "A=1 && B=2",
    "A=1 || true",
    "A=1||true",
    "A=1&&B=2",
    "A=1&&curl https://example.com",
    "A=1 &",
    "A=1 >/dev/null",
    "export A=1 B=2 C",
    "export A=1 $MORE",
    "A=x # note",
    'A="x|y" # note',
    "A='-Da=b -Dc=d'",
    "A=http://u:p#ss@h:1",
    "A=x\\ -Dy",
    "A=$(hostname) -Dx",
    "export A=1 \\\n  B=2",
    'A="x\nB=1|2\n"',
    "# A=a, b",
    "A=(a b)",
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

describe("the shell has stopped", () => {
  test.each<[string, string, string[]]>([
    [
      "a placeholder",
      "A=1\nB=<ip:port>\nC='x y' # note\nD=2\n",
      ["2 B syntax-error: <ip:port>", "3 C syntax-error: x y", "4 D syntax-error: 2"],
    ],
    [
      "a quote that is never closed",
      'A=1\nB="http://h:1\nC=2',
      ["2 B syntax-error: http://h:1", "3 C syntax-error: 2"],
    ],
    ["a quote that is never opened", 'A=1\nB=http://h:1"\n', ["2 B syntax-error: http://h:1"]],
    ["a label", "1.) A=1\n", ["1 A syntax-error: 1"]],
    ["a label that is taken for a program", "1. A=1\nB=2\n", ["1 A syntax-error: 1"]],
    ["a condition that never ends", "A=1\nif true; then\nB=2\n", ["3 B syntax-error: 2"]],
    ["several statements", "fi\nA='1'; B='2'\n", ["2 A syntax-error: 1"]],
    ["one program's variable", "fi\nA=1 curl\n", []],
    [
      "values of others that the file does not give",
      'A=`x`\nB="$A\nC="$A"\n',
      ["2 B syntax-error: $A", "3 C syntax-error: $A"],
    ],
    ["values of others, in single quotes", "A=1\nB='$A\n", ["2 B syntax-error: $A"]],
    ["values of others", 'N=0\nfi\nA=1\nB="$A$N"\nC=$(x)\n', ["3 A syntax-error: 1", "4 B syntax-error: 10"]],
  ])("%s", (_, text, flaws) => expect(told(text)).toEqual(flaws));
});

test("text of a here-document", () => {
  const text =
    "A=1\ncat <<'EOF' > x\nB=2\nNO_PROXY=a, b\n# C=3\nEOF\nD=4\ncat <<E\nF=5\nE\nG=-Da -Db\ncat <<E\nH=6";
  expect(told(text)).toEqual([
    "3 B in-here-document: 2",
    "4 NO_PROXY in-here-document: a, b",
    "9 F in-here-document: 5",
    "11 G unquoted: -Da -Db",
    "13 H in-here-document: 6",
  ]);
});

test("a password that the shell tears apart is shown in no setting and no fault", () => {
  const cut = fc.constantFrom(
    "&",
    ";",
    "|",
    "<",
    ">",
    "(",
    ")",
    " ",
    ", ",
    '"',
    "'",
    "#",
    " #",
    "\\",
    "$x",
    "&&",
    "$(",
  );
  const before = fc.constantFrom("", "export ", "2.) ", "2. ", "fi\n", "cat <<E\n");
  const scheme = fc.constantFrom("http://", "", " http://", '"http://');
  fc.assert(
    fc.property(before, scheme, fc.array(cut, { minLength: 1, maxLength: 3 }), (head, start, cuts) => {
      const text = `${head}HTTP_PROXY=${start}us:Zq7${cuts.join("Zq8")}Zq9@10.0.0.33:3128\n`;
      for (const loader of ["shell", "pam-env", "env-file"] as const) {
        const file = { path: "/etc/environment", loader, text };
        expect(JSON.stringify([readSettings(file), readFaults(file)])).not.toMatch(/Zq\d/);
      }
    }),
    { numRuns: 500 },
  );
});

describe.skipIf(BASH === "")("beside the real bash (skipped where there is no bash)", () => {
  const NAMES = ["A", "B", "CD"];
  const held = bashReader(NAMES);
  const separators = fc.constantFrom(
    ...[",", ", ", "|", " | ", "&", ";", "; ", "<", ">", "(", ")", " ", " -D", "#", " # ", "&&", "||"],
    ...['"', "'", "\\", ".", ":", "=", "\t"],
  );
  const piece = fc.tuple(separators, fc.constantFrom("h", "10.1", "x@y:1", "B=2", ""));
  const pieces = fc.array(piece, { maxLength: 3 }).map((all) => all.flat().join(""));
  const assigning = fc
    .tuple(fc.constantFrom("", "", "export ", "2.) ", "2. "), fc.constantFrom(...NAMES), pieces)
    .map(
      ([before, name, rest]) =>
        (at: number) =>
          `${before}${name}=v${at}${rest}`,
    );
  const line = fc.oneof(
    { weight: 6, arbitrary: assigning },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          "cat <<'EOF'",
          "(cat <<EOF",
          "EOF",
          ") | tee x",
          "2.) (cat <<'EOF'",
          "if true; then",
          "fi",
        )
        .map((text) => () => text),
    },
  );
  const file = fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) => `${lines.map((each, at) => each(at)).join("\n")}\n`);

  test("what is flawed has not that value, and what is taken has it", () => {
    fc.assert(
      fc.property(file, (text) => {
        const real = held(text);
        fc.pre(real !== undefined);
        for (const { name, value } of shellFlaws(text)) expect([name, real[name]]).not.toEqual([name, value]);
        const taken = Object.fromEntries(shell.read(text).map(({ name, value }) => [name, value]));
        for (const [name, value] of Object.entries(taken)) {
          if (NAMES.includes(name)) expect([name, real[name]]).toEqual([name, value]);
        }
      }),
      { numRuns: Number(process.env["SHELL_RUNS"] ?? 150) },
    );
  });

  test("no line that a person reads as an assignment is lost without a word, but for what one program gets", () => {
    const value = fc.array(fc.constantFrom("h", "10.0.0.1", ",", ", ", "|h", "<ip>", " -Dx=y", ":1", "&p"), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(value, (parts) => {
        const meant = `v${parts.join("")}`.trim();
        const real = held(`A=${meant}\n`);
        const flaws = shellFlaws(`A=${meant}\n`).map((flaw) => flaw.value);
        expect(flaws).toEqual(real?.["A"] === meant ? [] : [meant]);
      }),
      { numRuns: 100 },
    );
  });
});
