// Figures for people, as ratios within one run; nothing here decides a test. Needs a build.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machineOfThirtyFiles } from "./thirty-files.js";

const program = fileURLToPath(new URL("../../bin/proxy-doctor.js", import.meta.url));
const ROUNDS = 25;

const bare = [];
const version = [];
const route = [];
const lint = [];
const root = machineOfThirtyFiles();
const lintWords = ["lint", "--root", root, "--role", "services", "--services", "10.0.1.238", "--exit-zero"];
for (let round = 0; round < ROUNDS; round++) {
  bare.push(millisecondsOf(["-e", "0"]));
  version.push(millisecondsOf([program, "--version"]));
  route.push(millisecondsOf([program, "route", "http://169.254.169.254/", "https://s3.amazonaws.com/"]));
  lint.push(millisecondsOf([program, ...lintWords]));
}
rmSync(root, { recursive: true });
report("proxy-doctor --version", median(version), "node -e 0", median(bare));
report("proxy-doctor route, two URLs", median(route), "node -e 0", median(bare));
report("proxy-doctor lint, thirty files", median(lint), "node -e 0", median(bare));

const TIMEOUT = 3;
const mostlyBlackHoles = ["--lab", "healthy", "--skip", "services-machine,github-enterprise"];
const checks = [1, 2, 3].map(() =>
  millisecondsOf([program, "check", ...mostlyBlackHoles, "--timeout", String(TIMEOUT), "--exit-zero"]),
);
report("check, 13 of 17 targets black-holed", median(checks), "its --timeout", TIMEOUT * 1000);

/** @param {readonly string[]} words */
function millisecondsOf(words) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`status ${status}: ${stderr}`);
  return performance.now() - begun;
}

/** @param {readonly number[]} figures */
function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

/**
 * @param {string} what
 * @param {number} ms
 * @param {string} beside
 * @param {number} besideMs
 */
function report(what, ms, beside, besideMs) {
  const ratio = (ms / besideMs).toFixed(2);
  process.stdout.write(
    `${what}: ${ms.toFixed(0)} ms; ${beside}: ${besideMs.toFixed(0)} ms; ratio ${ratio}\n`,
  );
}
