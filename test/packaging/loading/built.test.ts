import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startingProgram } from "../../rig/program.ts";

const { program, scratch } = startingProgram();
const ROUTE = ["route", "http://169.254.169.254/"];

/** Has a program say, at its end, of how many scripts V8 took the kept code, and how many it compiled. */
const TALLY = `
const vm = require("node:vm");
const tally = { taken: 0, compiled: 0 };
vm.Script = class extends vm.Script {
  constructor(...words) {
    super(...words);
    tally[this.cachedDataRejected === false ? "taken" : "compiled"] += 1;
  }
};
process.on("exit", () => console.error(JSON.stringify(tally)));
`;

beforeAll(() => writeFileSync(join(scratch, "tally.cjs"), TALLY));

/** A program of one's own to spoil: its first file, and its texts. */
function copied(name: string): { readonly own: string; readonly dist: string } {
  const [from, to] = [dirname(dirname(program)), join(scratch, name)];
  for (const part of ["bin", "dist", "package.json"]) {
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
  return { own: join(to, "bin", "proxy-doctor.js"), dist: join(to, "dist") };
}

const keptIn = (dist: string) => readdirSync(dist).filter((name) => name.endsWith(".code"));

const route = (words: readonly string[]) => start([...words, ...ROUTE]);

function start([command = "", ...rest]: readonly string[]) {
  const env = { PATH: process.env["PATH"], NODE_OPTIONS: `--require ${join(scratch, "tally.cjs")}` };
  const { stdout, stderr, status } = spawnSync(command, rest, { env, encoding: "utf8" });
  return { stdout, status, tally: JSON.parse(stderr.trim().split("\n").at(-1) ?? "") };
}

describe("the built program", () => {
  test.each([
    ["by itself", [program]],
    ["by node", [process.execPath, "--", program]],
  ])("takes the code that was kept of it, started %s", (_, words) => {
    const { status, tally } = route(words);
    expect(status).toBe(0);
    expect(tally).toEqual({ taken: 1, compiled: 0 });
  });

  test.each([
    ["--help", []],
    ["lint", ["--root", scratch]],
    ["check", ["--only", "s3", "--skip", "s3"]],
    ["--only", ["s3", "--skip", "s3"]],
  ])("takes the code that was kept of %s", (command, words) => {
    expect(start([program, command, ...words]).tally).toEqual({ taken: 1, compiled: 0 });
  });

  test("compiles its texts where V8 has other flags", () => {
    const { status, stdout, tally } = route([process.execPath, "--stack-size=900", "--", program]);
    expect(tally.taken).toBe(0);
    expect({ status, stdout }).toEqual({ status: 0, stdout: route([program]).stdout });
  });

  test.each([
    ["was cut short", (file: string) => truncateSync(file, 100_000)],
    ["is something else", (file: string) => writeFileSync(file, "something else")],
    ["is missing", (file: string) => rmSync(file)],
  ])("compiles them where the file of their code %s", (how, spoil) => {
    const { own, dist } = copied(how);
    const files = keptIn(dist);
    expect(files).toHaveLength(2);
    for (const file of files) spoil(join(dist, file));
    const { status, stdout, tally } = route([own]);
    expect(tally.taken).toBe(0);
    expect({ status, stdout }).toEqual({ status: 0, stdout: route([program]).stdout });
  });

  test("says in one line that it is not whole, where a text is missing", () => {
    const { own, dist } = copied("not whole");
    for (const name of [...keptIn(dist), "start.js"]) rmSync(join(dist, name));
    const { stderr, status } = spawnSync(own, ROUTE, { encoding: "utf8" });
    expect(stderr).toMatch(/^proxy-doctor: it is not built.*start\.js.*\n$/);
    expect(status).toBe(3);
  });
});
