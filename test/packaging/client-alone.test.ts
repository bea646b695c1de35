import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { common } from "../../packaging/common.js";

const TELL = `
import { Client } from "undici";
const inside = process.moduleLoadList.filter((name) => name.includes("deps/undici"));
process.stdout.write(JSON.stringify({ client: new Client("http://127.0.0.1:1").constructor.name, inside }));`;

test("the client comes without the undici inside Node", async () => {
  const stdin = { contents: TELL, resolveDir: common.absWorkingDir };
  const { outputFiles } = await build({ ...common, stdin, format: "cjs" });
  const { stdout } = spawnSync(process.execPath, ["-"], {
    input: outputFiles[0]?.text ?? "",
    encoding: "utf8",
  });
  expect(JSON.parse(stdout)).toEqual({ client: "Client", inside: [] });
});

test("nothing else is taken of undici when the program runs", async () => {
  const { metafile } = await build({ ...common, entryPoints: ["src/cli/start.ts"], format: "esm" });
  const takers = Object.entries(metafile.inputs)
    .filter(([, { imports }]) => imports.some(({ path }) => path === "client-alone:undici"))
    .map(([taker]) => taker);
  expect(takers).toEqual(["src/measure/exchange/one-shot.ts"]);
  const [, names] = /import \{(.*)\} from "undici"/.exec(readFileSync(takers[0] ?? "", "utf8")) ?? [];
  expect(names?.trim()).toBe("Client");
});
