import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const helper = fileURLToPath(new URL("../../../src/measure/names/lookup-helper.js", import.meta.url));

/** Starts the helper as a child of its own, tells that child's number, and asks for what never ends. */
const PARENT = `
const child = require("node:child_process").fork(process.argv[1]);
const ask = (id, body) =>
  child.send({ id, script: "data:,function FindProxyForURL() { " + body + " }", url: "http://a.test/" });
child.once("message", () => {
  ask(1, "for (;;) {}");
  process.stdout.write(String(child.pid));
});
ask(0, "return 'DIRECT'");
`;

test.runIf(existsSync("/proc/self"))(
  "the helper ends with its parent, however that ends, and a script that never does",
  async () => {
    const parent = spawn(process.execPath, ["-e", PARENT, helper]);
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [pid] = await once(parent.stdout, "data");
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    // Time for the script to be in its loop.
    await new Promise((resolve) => setTimeout(resolve, 300));
    parent.kill("SIGKILL");
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 3000 }).toBe(false);
  },
  20_000,
);
