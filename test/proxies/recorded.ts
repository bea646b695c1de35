import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import type { Case } from "./cases.ts";
import type { RecipeName } from "./recipes.ts";

/** Answers of real programs as they came, one directory for each program and version. */
const ANSWERS = new URL("../measure/answer/answers/", import.meta.url);

/** How a program tells its version, and the version in what it says. */
const VERSION: Readonly<Record<string, readonly [string, string, RegExp]>> = {
  squid: ["squid", "-v", /Version ([\d.]+)/],
  tinyproxy: ["tinyproxy", "-v", /tinyproxy ([\d.]+)/],
  apache: ["apache2", "-v", /Apache\/([\d.]+)/],
  mitmproxy: ["mitmdump", "--version", /Mitmproxy: ([\d.]+)/],
  nginx: ["nginx", "-v", /nginx\/([\d.]+)/],
  haproxy: ["haproxy", "-v", /version ([\d.]+\d)/],
};

/** What a program answered when it was asked last, and which version it was; `undefined` where nobody asked. */
export function recordedAnswer({ of, name }: Case): Buffer | undefined {
  const directory = readdirSync(ANSWERS).find((each) => each.startsWith(`${programOf(of)}-`));
  return directory === undefined ? undefined : readFileSync(new URL(`${directory}/${name}.http`, ANSWERS));
}

/** Writes down what a program answered. */
export function record({ of, name }: Case, answer: Buffer): void {
  const directory = new URL(`${programOf(of)}-${versionOf(programOf(of))}/`, ANSWERS);
  mkdirSync(directory, { recursive: true });
  writeFileSync(new URL(`${name}.http`, directory), answer);
}

function programOf(of: RecipeName): string {
  return of.replace(/-login$/, "");
}

function versionOf(program: string): string {
  const [command, flag, pattern] = VERSION[program] ?? ["false", "", /$/];
  const PATH = `${process.env["PATH"] ?? ""}${delimiter}/usr/sbin`;
  const told = execFileSync("sh", ["-c", `${command} ${flag} 2>&1`], { env: { PATH }, encoding: "utf8" });
  return pattern.exec(told)?.[1] ?? "unknown";
}
