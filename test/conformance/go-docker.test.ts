import { test } from "vitest";
import { VERSION_COMMANDS } from "../../src/model/program.ts";
import { readHttpUrl } from "../../src/model/url.ts";
import { PROGRAMS } from "../../src/observe/programs.ts";
import { GO_SUITE } from "../decide/clients/go-suite.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { printed, runEach } from "./subject.ts";

/** The Docker command is a Go program of another release than the compiler's, where it is installed at all. */
const { command, pattern } = VERSION_COMMANDS.docker;
const version = await printed(command, pattern);
const [docker] = PROGRAMS.go;

if (version === undefined || docker === undefined) {
  test.skip("the Docker command is not installed", () => undefined);
} else {
  conform({
    subject: async () => runEach("go", version, ({ url }) => docker.command(url, [])),
    cases: environmentCases,
    table: GO_SUITE.map(([variables, url]) => ({ environment: variables, url })),
    leftOut: [
      { because: "docker takes such a host for no registry's", when: ({ url }) => isNoRegistry(url) },
    ],
    cannotLookUp: (host) => /^[\d.]+$/.test(host),
    atMost: 1000,
  });
}

function isNoRegistry(url: string): boolean {
  const { scheme, host } = readHttpUrl(url) ?? { scheme: "http", host: "" };
  return scheme === "https" && /[^a-z\d.:-]|\.$|^::ffff:/i.test(host);
}
