import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { GO_SUITE } from "../decide/clients/go-suite.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { inOwnFolder, printed, runEach, type Subject } from "./subject.ts";

/** `net/http` reads its environment once in a process, so that a process is needed for each case. */
async function goProgram(folder: string): Promise<Subject> {
  const version = await printed(["go", "version"], /^go version go(\S+)/);
  const program = join(folder, "call");
  const source = fileURLToPath(new URL("./drivers/go/main.go", import.meta.url));
  const env = {
    ...process.env,
    CGO_ENABLED: "0",
    GO111MODULE: "off",
    GOCACHE: join(folder, "cache"),
    GOPATH: folder,
  };
  await promisify(execFile)("go", ["build", "-o", program, source], { env });
  return runEach("go", version, ({ url }) => [program, url]);
}

conform({
  subject: () => inOwnFolder(goProgram),
  cases: environmentCases,
  table: GO_SUITE.map(([variables, url]) => ({ environment: variables, url })),
  // Numbers that are no four decimal ones are names to Go, and such names it asks nobody for.
  cannotLookUp: (host) => /^[\d.]+$/.test(host),
});
