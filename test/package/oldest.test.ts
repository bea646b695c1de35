import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { released, run } from "./release.ts";

/** Files by the newest glibc of which they need something. */
const NEEDS: readonly (readonly [string, string])[] = [
  ["proxy-doctor-linux-x64", "2.28"],
  ["proxy-doctor-linux-arm64", "2.28"],
  ["proxy-doctor-linux-x64-old", "2.17"],
  ["proxy-doctor-linux-arm64-old", "2.17"],
];

test.each(NEEDS)("%s needs glibc %s (readelf)", async (name, version) => {
  const { stdout } = await run("readelf", ["--version-info", "--wide", released(name)]);
  const versions = [...stdout.matchAll(/\bGLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor));
  expect(`2.${Math.max(...versions)}`).toBe(version);
});

test("readelf sees both kinds of processors", async () => {
  const machines = NEEDS.map(async ([name]) => {
    const { stdout } = await run("readelf", ["--file-header", released(name)]);
    return /Machine: +(.*)/.exec(stdout)?.[1];
  });
  expect(new Set(await Promise.all(machines))).toEqual(new Set(["Advanced Micro Devices X86-64", "AArch64"]));
});

describe("proxy-doctor.cjs under a node that is too old", () => {
  const [, , front = ""] = readFileSync(released("proxy-doctor.cjs"), "latin1").split("\n");

  test.each(["v0.10.48", "v12.22.12", "v20.18.0"])("%s is told so in a line", (version) => {
    let said = "";
    const ended = Symbol();
    const old = {
      version,
      versions: { node: version.slice(1) },
      stderr: { write: (text: string) => (said += text) },
      exit: (status: number) => {
        throw { ended, status };
      },
    };
    expect(() => new Function("process", front)(old)).toThrow(expect.objectContaining({ ended, status: 2 }));
    expect(said).toBe(`proxy-doctor: this file needs Node 20.18.1 or newer, and this is ${version}\n`);
  });

  test("its beginning is JavaScript that every node reads", () => {
    expect(front).toContain("20,18,1");
    expect(transformSync(front, { target: "es5", minifyWhitespace: true }).code).toBe(`${front}\n`);
  });
});

test("proxy-doctor.cjs says in a line that there is no node", async () => {
  const env = { PATH: "/nowhere" };
  const { code, stderr } = await run("/bin/sh", [released("proxy-doctor.cjs"), "--version"], { env });
  expect(stderr).toBe(
    "proxy-doctor: this file needs Node 20.18.1 or newer, and there is no node on the PATH\n",
  );
  expect(code).toBe(2);
});
