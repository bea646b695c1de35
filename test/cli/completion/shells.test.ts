import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Shell } from "../../../src/cli/completion/shells.ts";
import { runCli } from "../../rig/run-cli.ts";

const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
afterAll(() => rmSync(directory, { recursive: true }));
const bin = fileURLToPath(new URL("../../../bin", import.meta.url));

beforeAll(async () => {
  mkdirSync(join(directory, "images"));
  writeFileSync(join(directory, "image list.txt"), "");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout } = await runCli(["completion", shell]);
    expect(code).toBe(0);
    writeFileSync(join(directory, `completion.${shell}`), stdout);
  }
});

function output(program: string, words: readonly string[], input = ""): string {
  const { stdout, stderr, error } = spawnSync(program, words, {
    cwd: directory,
    input,
    encoding: "utf8",
    timeout: 30_000,
    env: {
      PATH: `${bin}${delimiter}${process.env["PATH"]}`,
      HOME: directory,
      TERM: "dumb",
      LC_ALL: "C.UTF-8",
    },
  });
  expect({ error, stderr }).toEqual({ error: undefined, stderr: "" });
  return stdout;
}

/** What a shell offers for the last word of a line. */
const OFFERS: Readonly<Record<Shell, (line: string) => readonly string[]>> = {
  bash: (line) => {
    const words = line.split(/ +|(=)/).filter((each) => each !== undefined);
    const script = `source ./completion.bash; COMP_WORDS=(${words.map((each) => `'${each}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _proxy_doctor; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return output("bash", ["--norc", "-c", script]).split("\n").filter(Boolean);
  },
  fish: (line) =>
    output("fish", ["--no-config", "-c", `source ./completion.fish; complete -C '${line}'`])
      .split("\n")
      .map((each) => each.split("\t")[0] ?? "")
      .filter(Boolean),
  zsh: (line) => {
    // A shell within a shell, whose line editor lists what it would insert.
    const script = `
      zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z 'PROMPT= LISTMAX=10000; stty columns 3000; autoload -Uz compinit; compinit -u -D; source ./completion.zsh'
      zpty -w z 'compadd () { local -a words; builtin compadd -O words "$@"; print -rl -- "offer:"$^words":"; builtin compadd "$@" }'
      zpty -w z 'print rea""dy'
      local out
      zpty -r -m z out '*ready*'
      zpty -w -n z $'${line}\\t'
      zpty -w z $'\\C-u print do""ne'
      zpty -r -m z out '*done*'
      print -r -- $out
      zpty -d z`;
    const text = output("zsh", ["-f", "-c", script]);
    return [...text.matchAll(/offer:([^\r\n]*):/g)].map(([, word]) => word ?? "");
  },
};

describe.each<Shell>(["bash", "zsh", "fish"])("%s", (shell) => {
  const isHere = spawnSync(shell, ["-c", "exit 0"]).status === 0;
  const completes = test.skipIf(!isHere);
  const offers = (line: string) => [...new Set(OFFERS[shell](line))].sort();

  completes("commands", { timeout: 40_000 }, () => {
    expect(offers("proxy-doctor ch")).toEqual(["check"]);
    expect(offers("proxy-doctor l")).toEqual(["lab", "lint"]);
  });

  completes("options, of the default command too", { timeout: 40_000 }, () => {
    expect(offers("proxy-doctor --ro")).toEqual(["--role", "--root"]);
    expect(offers("proxy-doctor generate --fo")).toEqual(["--form"]);
    expect(offers("proxy-doctor lint --time")).toEqual([]);
  });

  completes("values of options", { timeout: 40_000 }, () => {
    expect(offers("proxy-doctor check --role ")).toEqual(["nomad-client", "services", "workstation"]);
    expect(offers("proxy-doctor --egress c")).toEqual(["corporate"]);
    expect(offers("proxy-doctor route --client py")).toEqual(["python-requests", "python-urllib"]);
    expect(offers("proxy-doctor lint --lab misr")).toEqual(["misrouted-metadata"]);
  });

  completes("codes, worlds and what else a command is told", { timeout: 40_000 }, () => {
    expect(offers("proxy-doctor explain mis")).toEqual(["misrouted-direct", "misrouted-to-proxy"]);
    expect(offers("proxy-doctor lab heal")).toEqual(["healthy"]);
    expect(offers("proxy-doctor help tun")).toEqual(["tunnel"]);
  });

  completes("probes and targets, and further ones after a comma", { timeout: 40_000 }, () => {
    expect(offers("proxy-doctor check --only ec2-m")).toEqual(["ec2-metadata", "ec2-metadata/identity"]);
    expect(offers("proxy-doctor check --only ec2-metadata/")).toEqual(["ec2-metadata/identity"]);
    const after = offers("proxy-doctor check --only s3,ec2-metadata/");
    expect(after.map((each) => each.replace(/^s3,/, ""))).toEqual(["ec2-metadata/identity"]);
  });

  completes("files and directories", { timeout: 40_000 }, () => {
    const files = offers("proxy-doctor check --output image").map((each) => each.replace(/\\|\/$/g, ""));
    expect([...new Set(files)]).toEqual(["image list.txt", "images"]);
    expect(offers("proxy-doctor check --root image").map((each) => each.replace(/\/$/, ""))).toEqual([
      "images",
    ]);
  });
});

test.skipIf(spawnSync("script", ["--version"]).status !== 0)("bash types what there is only one of", () => {
  // At a terminal, as readline does it. What is typed is printed and not run.
  const keys = "printf '<%s>' proxy-doctor expl\tuntr\t\nexit\n";
  writeFileSync(
    join(directory, "bashrc"),
    `PS1=; source ./completion.bash; complete -F _typed printf; _typed() { COMP_WORDS=("\${COMP_WORDS[@]:2}"); (( COMP_CWORD -= 2 )); _proxy_doctor; }\n`,
  );
  const typed = output("script", ["-qec", "bash --noprofile --rcfile ./bashrc -i", "/dev/null"], keys);
  expect(typed).toContain("<proxy-doctor><explain><untrusted-certificate>");
});
