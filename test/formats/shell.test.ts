import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { shell } from "../../src/formats/shell.ts";

const values = (text: string) => Object.fromEntries(shell.read(text).map(({ name, value }) => [name, value]));
const exported = (text: string) =>
  shell.read(text).flatMap((assignment) => (assignment.exported ? [assignment.name] : []));

describe("values", () => {
  test.each<[string, string, Record<string, string>]>([
    ["a bare word", "A=http://10.0.0.33:3128", { A: "http://10.0.0.33:3128" }],
    ["double quotes", 'A="x y|z"', { A: "x y|z" }],
    ["single quotes", "A='$x \"y\"'", { A: '$x "y"' }],
    ["quotes in mid-word", "A=a\"b c\"'d'e", { A: "ab cde" }],
    ["a backslash", "A=a\\ b", { A: "a b" }],
    ["backslashes in double quotes", 'A="\\$a\\"b\\\\c\\d"', { A: '$a"b\\c\\d' }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a shell's
    ["an earlier variable", 'A=1\nB="$A/${A}x"', { A: "1", B: "1/1x" }],
    ["an unknown variable is empty", "A=x$B", { A: "x" }],
    ["a dollar sign alone", 'A="$ $"', { A: "$ $" }],
    ["a comment", "A=x # y\n#B=1\nC=x#y", { A: "x", C: "x#y" }],
    ["a continued line", "A=x\\\ny", { A: "xy" }],
    ["several lines in quotes", 'A="x\ny"', { A: "x\ny" }],
    ["a carriage return is part of the value", 'A=x\r\nB="y"\r\n', { A: "x\r", B: "y\r" }],
    ["semicolons", "A=1; B=2;C=3", { A: "1", B: "2", C: "3" }],
    ["appending", "A=1\nA+=2", { A: "12" }],
    ["export with quotes around all", 'export "A=x y" B=2', { A: "x y", B: "2" }],
    ["all words of export are expanded first", "A=1\nexport A=2 B=$A", { A: "2", B: "1" }],
    ["a here-document is passed over", "cat <<'EOF'\nA=1\nEOF\nB=2", { B: "2" }],
    ["a here-document with tabs", "cat <<-EOF\n\tA=1\n\tEOF\nB=2", { B: "2" }],
    ["an assignment before a command is that command's", "A=1 curl example.com\nB=2", { B: "2" }],
    ["an unquoted pipe leaves the variable unset", "A=-Dx=a|localhost|ghe\nB=1", { B: "1" }],
    ["the background is another shell", "A=1 & \nB=2", { B: "2" }],
    ["a subshell is another shell", "(A=1)\nB=2", { B: "2" }],
    ["a certain success goes on", "A=1 && B=2", { A: "1", B: "2" }],
    ["return ends the reading", "A=1\nreturn\nB=2", { A: "1" }],
    ["unset", "A=1\nB=2\nunset A", { B: "2" }],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe("what is not known is not claimed", () => {
  test.each<[string, string, Record<string, string>]>([
    ["a command substitution", "A=1\nA=$(hostname)\nB=2", { B: "2" }],
    ["backquotes", 'A="`hostname`"\nB=2', { B: "2" }],
    ["a value made of an unknown one", "A=$(hostname)\nB=$A\nC=3", { C: "3" }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a shell's
    ["a default", "A=${B:-x}\nC=3", { C: "3" }],
    ["a home directory", "A=~/x\nB='~/x'", { B: "~/x" }],
    ["a condition", "A=1\nif test -e /x; then A=2; B=3; fi\nC=4", { C: "4" }],
    ["a dollar before a line that goes on", "A=1\nB=$\\\n& C=3", { A: "1", C: "3" }],
    ["a negation of nothing", "A=1\nB=2 || !\nC=3", { A: "1", B: "2", C: "3" }],
    ["a condition over lines", "A=1\nif [[ -e /x && ( a ) ]]\nthen\n  export A=2\nfi\nC=4", { C: "4" }],
    ["a case", "A=1\ncase $x in a) A=2;; (b) B=3;; esac\nC=4", { C: "4" }],
    ["a function", "A=1\nf() { A=2; }\nC=4", { C: "4" }],
    ["a loop", "for A in 1 2; do B=$A; done\nC=4", { C: "4" }],
    ["behind or", "A=1\ntest -e /x || A=2\nC=4", { C: "4" }],
    ["behind and", "A=1\ntest -e /x && A=2\nC=4", { C: "4" }],
    ["behind and, if a file can be read", "A=1 <x && B=2\nC=4", { A: "1", C: "4" }],
    ["a loop that counts", "for ((i=0;i<2;i++)); do B=$i; done\nC=4", { C: "4" }],
    ["a subshell in a condition", "if ( true ); then A=1; else { B=2; }; fi\nC=4", { C: "4" }],
    ["a read-only name", "readonly A=1\nA=2\nC=4", { C: "4" }],
    ["known again", "A=$(x)\nA=2", { A: "2" }],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe("a syntax error ends the reading, with the whole line that holds it", () => {
  test.each<[string, string]>([
    ["a placeholder left in", "A=1\nB=2; C=<proxy-ip:port>\nD=3"],
    ["a quote that is never closed", 'A=1\nB=2; C="x\nD=3'],
    ["a pasted label", "A=1\n2.) (cat <<'EOF'\nB=2\nEOF\n)\nD=3"],
    ["an operator without a command", "A=1\nB=2;;\nD=3"],
    ["a word that closes nothing", "A=1\nfi\nD=3"],
    ["a condition without commands", "A=1\nif true; then\nfi\nB=2"],
    ["a loop without commands", "A=1\nfor B in 1 2; do done\nB=2"],
    ["a subshell without commands", "A=1\n( )\nB=2"],
    ["a substitution that is never closed", "A=1\nB=$(x\nD=3"],
    ["a condition that is never closed", "A=1\nif true; then\nB=2\n"],
    ["a negation within a pipeline", "A=1\nB=2 |! true\nD=3"],
    ["a negation of a pipe", "A=1\nB=2 && ! |\ntrue\nD=3"],
    ["a negation within a pipeline, behind a line break", "A=1\nB=2 |\n! true\nD=3"],
  ])("%s", (_, text) => {
    expect(values(text)).toEqual({ A: "1" });
  });
});

describe("export", () => {
  test.each<[string, string, string[]]>([
    ["plain assignments are not exported", "A=1\nexport B=2", ["B"]],
    ["afterwards", "A=1\nB=2\nexport A", ["A"]],
    ["beforehand", "export A\nA=1", ["A"]],
    ["set -a, from there on", "A=1\nset -a\nB=2\nset +a\nC=3", ["B"]],
    ["set -o allexport", "set -o allexport\nB=2", ["B"]],
    ["declare -x", "declare -x A=1\ndeclare B=2", ["A"]],
    ["taken back", "export A=1 B=2\nexport -n A", ["B"]],
    ["perhaps, which is not told", "if true; then export A=1; fi\nA=2\nexport B=3", ["B"]],
    ["with an option that is none, which is not told", "export A=1 +a\nA=2\nexport B=3", ["B"]],
  ])("%s", (_, text, expected) => {
    expect(exported(text)).toEqual(expected);
  });
});

test("a line is where the statement begins", () => {
  expect(
    shell
      .read('\nA=1\\\n\nexport B=2 \\\n  C=3\ncat <<E\nx\nE\nD="\n"; E=5')
      .map(({ name, line }) => [name, line]),
  ).toEqual([
    ["A", 2],
    ["B", 4],
    ["C", 4],
    ["D", 9],
    ["E", 10],
  ]);
});

describe("editing", () => {
  const text = "export A=1 B=\"two\" # note\r\nC='x';D=4";

  test.each<[string, number, string, string, string]>([
    ["bare", 1, "A", "http://h:1", "export A=http://h:1 B=\"two\" # note\r\nC='x';D=4"],
    ["bare that needs quotes", 1, "A", "a|b", 'export A="a|b" B="two" # note\r\nC=\'x\';D=4'],
    ["double quotes", 1, "B", "a b", "export A=1 B=\"a b\" # note\r\nC='x';D=4"],
    ["double quotes that cannot hold it", 1, "B", "a$b", "export A=1 B='a$b' # note\r\nC='x';D=4"],
    ["single quotes", 2, "C", "a b", "export A=1 B=\"two\" # note\r\nC='a b';D=4"],
    ["single quotes that cannot hold it", 2, "C", "it's", 'export A=1 B="two" # note\r\nC="it\'s";D=4'],
    ["all kinds at once", 2, "D", "'\"$`\\#", `export A=1 B="two" # note\r\nC='x';D="'\\"\\$\\\`\\\\#"`],
    ["a name that is not there", 2, "A", "x", text],
  ])("replace: %s", (_, line, name, value, expected) => {
    expect(shell.replace(text, line, name, value)).toBe(expected);
  });

  test.each<[string, string, string, string, string]>([
    ["behind it", "A=1\nA=$A,x", "1,x", "1,x,y", "A=1\nA=$A,x,y"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a shell's
    ["right behind it", 'B=1\nA="x,${B}"', "x,1", "x,1,y", 'B=1\nA="x,${B},y"'],
    ["before it", 'A="x,$B"', "x,", "z,", 'A="z,$B"'],
    ["what needs quotes", "A=-Da=b$B", "-Da=b", "-Da=b -Dc", 'A="-Da=b$B -Dc"'],
    ["with its name in quotes", 'export "A=$B -Da"', " -Da", " -Db", 'export A="$B -Db"'],
    ["all of it", "B=1\nA=$B", "1", "2", "B=1\nA=2"],
    ["all of what is empty here", "A=$B", "", "x", "A=x"],
    ["more than its plain text", "B=1\nA=x$B,y", "x1,y", "2,y", "B=1\nA=2,y"],
  ])("replaced beside a variable: %s", (_, text, old, value, expected) => {
    const line = text.split("\n").length;
    expect(shell.read(text).at(-1)?.value).toBe(old);
    expect(shell.replace(text, line, "A", value)).toBe(expected);
  });

  test("an added assignment comes after the whole statement", () => {
    expect(shell.insert('A="1\n2" \\\n  B=3\nC=4\n', 1, "NO_PROXY", "a,b")).toBe(
      'A="1\n2" \\\n  B=3\nexport NO_PROXY="a,b"\nC=4\n',
    );
    expect(shell.insert("A=1", 0, "B", "2")).toBe('A=1\nexport B="2"');
    expect(shell.insert("", 0, "B", "2")).toBe('export B="2"\n');
  });

  test("nothing is written where it would not be read", () => {
    expect(shell.insert("A=1\nreturn\n", 0, "B", "2")).toBe("A=1\nreturn\n");
    expect(shell.insert("A=1\nB=<x>\n", 0, "C", "2")).toBe("A=1\nB=<x>\n");
  });
});

describe("an assignment is written so that it is taken and exported", () => {
  const TAKEN = 'A=1\nB="x" # note\nno_proxy="$B"\n';

  test.each<[string, string, number, string, string, string]>([
    ["not exported", TAKEN, 2, "B", "x", TAKEN.replace("B=", "export B=")],
    ["not exported, with another value", "B='x y'\n", 1, "B", "z", "export B='z'\n"],
    ["behind other words", "true && A=1; B=2\n", 1, "B", "2", "true && A=1; export B=2\n"],
    ["exported as it is", "export B=x\n", 1, "B", "x", "export B=x\n"],
    ["not quoted", "A=-Da -Db # c\r\nB=2\n", 1, "A", "-Da -Db", 'export A="-Da -Db"\nB=2\n'],
    ["partly taken", 'N=1,<ip>,2\nM="$N"\n', 1, "N", "1,<ip>,2", 'export N="1,<ip>,2"\nM="$N"\n'],
    ["behind a label", "1.) A=x\nB=2\n", 1, "A", "x", 'export A="x"\nB=2\n'],
    ["a placeholder", "A=1\nB=<x>\nC=2\n", 2, "B", "<x>", 'A=1\nexport B="<x>"\nC=2\n'],
    ["what only single quotes hold", "A=a$, c\n", 1, "A", "a$, c", "export A='a$, c'\n"],
    ["spelled by a variable", 'A=1\nB="x,$A\n', 2, "B", "x,1", 'A=1\nexport B="x,$A"\n'],
  ])("%s", (_, text, line, name, value, expected) => {
    expect(shell.restate?.(text, line, name, value)).toBe(expected);
  });

  test.each<[string, string, number, string, string]>([
    ["the shell still stops before it", "B=<x>\nC=2\n", 2, "C", "2"],
    ["it still is text of a here-document", "cat <<E\nA=1\nE\n", 2, "A", "1"],
    ["no such assignment", "A=1\n", 1, "B", "1"],
    ["another one on its line would be lost", "A=a, b; B=2\n", 1, "A", "a, b; B=2"],
    ["declared in another way", "declare A=1\n", 1, "A", "1"],
    ["a variable is not known here", 'B=`x`\nA="$B\n', 2, "A", "$B"],
    [
      "it may be a variable's name, or a part of a password",
      "A=http://u:p$w@h:1, x\n",
      1,
      "A",
      "http://u:p$w@h:1, x",
    ],
  ])("nothing is written where %s", (_, text, line, name, value) => {
    expect(shell.restate?.(text, line, name, value)).toBe(text);
  });
});

const bash = spawnSync("bash", ["-c", 'echo "$BASH"'], { encoding: "utf8" }).stdout?.trim() ?? "";

describe.skipIf(bash === "")("beside the real bash (skipped where there is no bash)", () => {
  const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-shell-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  const NAMES = ["A", "B", "CD"];

  /** The variables that a child of the sourcing shell inherits. No command can be found or started but env. */
  function inherited(text: string, before: string): Record<string, string> {
    const file = join(directory, "settings");
    writeFileSync(file, text);
    const script = `${before} . "$1" 2>/dev/null; exec /usr/bin/env -0`;
    const output = execFileSync(bash, ["--norc", "--noprofile", "-c", script, "bash", file], {
      cwd: directory,
      env: { PATH: "/nonexistent" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const entries = output.split("\0").map((entry): [string, string] => {
      const equals = entry.indexOf("=");
      return [entry.slice(0, equals), entry.slice(equals + 1)];
    });
    return Object.fromEntries(entries.filter(([name]) => NAMES.includes(name)));
  }

  const name = fc.constantFrom(...NAMES);
  const stretch = fc.constantFrom(
    ..."ab1:/.,@%=+*!~#;|&".split(""),
    ...[
      " ",
      "$A",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a shell's
      "${B}",
      "\\$",
      "\\ ",
      "\\\n",
      "'x $A'",
      '"y $A \\" z"',
      "$",
      '""',
      "it's",
      "\t",
      "\r",
      " # c",
      "&&",
      "||",
    ],
  );
  const word = fc.array(stretch, { maxLength: 5 }).map((stretches) => stretches.join(""));
  const assignment = fc.tuple(name, fc.constantFrom("=", "=", "+="), word).map((parts) => parts.join(""));
  const line = fc.oneof(
    { weight: 4, arbitrary: assignment },
    { weight: 4, arbitrary: assignment.map((text) => `export ${text}`) },
    { weight: 1, arbitrary: fc.tuple(assignment, assignment).map((pair) => `export ${pair.join(" ")}`) },
    { weight: 1, arbitrary: name.map((text) => `export ${text}`) },
    { weight: 1, arbitrary: name.map((text) => `unset ${text}`) },
    { weight: 1, arbitrary: fc.constantFrom("set -a", "set +a", "# A=1", "") },
    { weight: 1, arbitrary: assignment.map((text) => `if true; then ${text}; fi`) },
    { weight: 1, arbitrary: assignment.map((text) => `cat <<E\n${text}\nE`) },
  );
  const file = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join("\n")}\n`);

  test.each(["", "set -a;"])("what is read is what bash passes on, after '%s'", (before) => {
    fc.assert(
      fc.property(file, (text) => {
        const real = inherited(text, before);
        const read = shell.read(before === "" ? text : `${before}\n${text}`);
        const last = new Map(read.map((assigned) => [assigned.name, assigned]));
        for (const each of [...last.values()].filter((assigned) => NAMES.includes(assigned.name))) {
          expect([each.name, real[each.name]]).toEqual([each.name, each.exported ? each.value : undefined]);
        }
      }),
      { numRuns: Number(process.env["SHELL_RUNS"] ?? 150) },
    );
  });

  test("what is written is what bash passes on", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab'\"$`\\#!*~ |&;<>(){}%\t"), maxLength: 12 }),
        (value) => {
          const replaced = shell.replace("export A=1 CD=2\n", 1, "A", value);
          const both = shell.insert(replaced, 0, "B", value);
          expect(inherited(both, "")).toEqual({ A: value, B: value, CD: "2" });
        },
      ),
      { numRuns: 100 },
    );
  });
});
