import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";
import { isInstalled } from "../rig/real-program.ts";

const { program, scratch } = startingProgram();
/** More than any pipe holds. */
const URLS = Array.from({ length: 1000 }, (_, index) => `http://host-${index}.example/`);
const ROUTE = ["route", "-", "--json", "--client", "curl,wget"];

/** Starts a program whose standard output refuses what does not fit, as where another program has set it so. */
const WITHOUT_WAITING = `
import fcntl, os, sys
fcntl.fcntl(1, fcntl.F_SETFL, fcntl.fcntl(1, fcntl.F_GETFL) | os.O_NONBLOCK)
os.execvp(sys.argv[1], sys.argv[1:])
`;

const namesIn = (answer: string) => JSON.parse(answer).map(({ url }: { url: string }) => url);
const TWICE = URLS.flatMap((url) => [url, url]);

test("a pipe that is read late gets the whole answer", async () => {
  const child = spawn(program, ROUTE, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(URLS.join("\n"));
  const ended = once(child, "exit");
  await setTimeout(300);
  expect(namesIn(await text(child.stdout))).toEqual(TWICE);
  expect(await ended).toEqual([0, null]);
});

test.runIf(isInstalled("python3"))("so does one that was set not to make anybody wait", async () => {
  const child = spawn("python3", ["-c", WITHOUT_WAITING, program, ...ROUTE], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(URLS.join("\n"));
  const ended = once(child, "exit");
  await setTimeout(300);
  expect(namesIn(await text(child.stdout))).toEqual(TWICE);
  expect(await ended).toEqual([0, null]);
});

test("a reader that leaves early ends the program without a word", async () => {
  const child = spawn(program, ROUTE, { stdio: ["pipe", "pipe", "pipe"] });
  child.stdout.destroy();
  child.stdin.end(URLS.join("\n"));
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ said, status }).toEqual({ said: "", status: 3 });
});

const inShell = (script: string) =>
  spawnSync("sh", ["-c", script, "sh", program, join(scratch, "cut")], { encoding: "utf8" });

test.each([
  ["a device that is full", '"$1" explain >/dev/full', "no space is left"],
  [
    "a file that may grow no more",
    'ulimit -f 1; "$1" schema >"$2"',
    "it is larger than this process may write",
  ],
])("%s gets status 3, and one line says why", (_, script, why) => {
  const { status, stderr } = inShell(script);
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: `proxy-doctor: cannot write to standard output: ${why}\n`,
  });
});

test("a complaint that cannot be written leaves the status what it is", () => {
  expect(inShell('"$1" linr 2>/dev/full').status).toBe(2);
});
