import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { PROGRAM } from "../network/company/doctor.ts";
import { blocks, readJobFile } from "./job-file.ts";
import { runTask } from "./nomad-task.ts";

const NEW = await readJobFile("proxy-doctor.nomad.hcl", 2);
const OLD = await readJobFile("proxy-doctor-before-1.2.nomad.hcl", 1);
const JOBS = [
  ["1.2 and newer", NEW],
  ["before 1.2", OLD],
] as const;

test("Nomad 1.2 has every client of its own run it, and would refuse to be told of rescheduling", () => {
  expect(NEW.job).toMatchObject({ type: "sysbatch", datacenters: `\${var.datacenters}` });
  expect(blocks(NEW.group, "reschedule")).toEqual([]);
});

test("an older Nomad spreads as many tasks as there are clients over as many clients, once", () => {
  expect(OLD.job).toMatchObject({ type: "batch", datacenters: [expect.any(String)] });
  expect(blocks(OLD.job, "constraint")).toContainEqual({ operator: "distinct_hosts", value: "true" });
  expect(OLD.group).toMatchObject({ count: expect.any(Number) });
  expect(blocks(OLD.group, "reschedule")).toEqual([{ attempts: 0, unlimited: false }]);
});

test("the job for an older Nomad says the same by the grammar that Nomad has since 1.0", async () => {
  const { task, script } = await readJobFile("proxy-doctor-before-1.2.nomad.hcl", 2);
  expect({ task, script }).toEqual({ task: OLD.task, script: OLD.script });
});

test("both run the same script, which holds nothing that Nomad would put something else in place of", () => {
  expect(OLD.script).toBe(NEW.script);
  expect(NEW.script).not.toMatch(/[$%]\{|\{\{/);
});

describe.each(JOBS)("the job for %s", (_, job) => {
  test("sees the client as it is, once for each dispatch", () => {
    expect(job.task).toMatchObject({ driver: "raw_exec" });
    expect(blocks(job.task, "config")).toEqual([{ command: "/bin/sh", args: ["local/check.sh"] }]);
    expect(blocks(job.group, "restart")).toEqual([{ attempts: 0, mode: "fail" }]);
    expect(blocks(job.job, "parameterized")).toEqual([
      { payload: "forbidden", meta_required: ["file", "services"], meta_optional: ["sha256", "arguments"] },
    ]);
  });

  test.skipIf(!isThere("nomad", "version"))("is valid for the Nomad that is installed here", () => {
    const { status, stdout, stderr } = spawnSync("nomad", ["job", "validate", job.path], {
      encoding: "utf8",
    });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

describe("the task", () => {
  const folder = mkdtempSync(join(tmpdir(), "nomad-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("leaves a report, and has done its work also where the report tells of errors", async () => {
    const { status, stderr, report } = await runTask(NEW, {
      file: PROGRAM,
      services: "10.0.1.238",
      arguments: "--lab misrouted-metadata",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { installation, summary }: Report = JSON.parse(report ?? "");
    expect(installation.role).toBe("nomad-client");
    expect(summary.errors).toBeGreaterThan(0);
  });

  test("fails where the program could not be told what to do", async () => {
    const { status, stderr, report } = await runTask(NEW, {
      file: PROGRAM,
      services: "10.0.1.238",
      arguments: "--deadlin 3",
    });
    expect({ status, report }).toEqual({ status: 2, report: undefined });
    expect(stderr).toContain("--deadlin");
  });

  test("passes on words, none of which the shell takes for a pattern", async () => {
    const file = join(folder, "echo");
    writeFileSync(file, `#!/bin/sh\nprintf '%s|' "$@" >"$NOMAD_ALLOC_DIR/data/report.json"\n`, {
      mode: 0o755,
    });
    const { report } = await runTask(NEW, {
      file,
      services: "10.0.1.238",
      arguments: "--ghe * --region eu-west-1",
    });
    expect(report).toMatch(
      /^check\|--role\|nomad-client\|--services\|10\.0\.1\.238\|--format\|json\|--output\|[^|]*\/alloc\/data\/report\.json\|--ghe\|\*\|--region\|eu-west-1\|$/,
    );
  });
});

describe.skipIf(!isThere("curl", "--version"))("a program from the Services machine", () => {
  const text = `#!/bin/sh\necho "$http_proxy" >"$NOMAD_ALLOC_DIR/data/report.json"\n`;
  const server = http.createServer((_, response) => response.end(text));
  // Nobody is there: the agent's settings are wrong.
  const agent = { http_proxy: "http://127.0.0.1:9", all_proxy: "http://127.0.0.1:9" };
  const sum = createHash("sha256").update(text).digest("hex");
  let file: string;
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    file = `http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy-doctor`;
  });
  afterAll(() => {
    server.close();
  });

  test("is fetched past the proxy, and run with the settings of the agent", async () => {
    const { status, stderr, report } = await runTask(NEW, { file, services: "x", sha256: sum }, agent);
    expect({ status, stderr, report }).toEqual({ status: 0, stderr: "", report: `${agent.http_proxy}\n` });
  });

  test.each([
    [
      "without its sum",
      {},
      /^proxy-doctor: what comes from http\S+ runs as root: name its sum too, -meta sha256=\.\.\.\n$/,
    ],
    ["with another sum", { sha256: sum.replace(/^./, "x") }, /sha256sum|FAILED/],
  ])("is not run %s", async (_, more, says) => {
    const { status, stderr, report } = await runTask(NEW, { file, services: "x", ...more }, agent);
    expect({ status, report }).toEqual({ status: 2, report: undefined });
    expect(stderr).toMatch(says);
  });
});

function isThere(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words).error === undefined;
}
