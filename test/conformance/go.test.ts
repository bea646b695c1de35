import { GO_SUITE } from "../decide/clients/go-suite.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { goProgram } from "./go.ts";
import { inOwnFolder } from "./subject.ts";

conform({
  subject: () => inOwnFolder(goProgram),
  cases: environmentCases,
  table: GO_SUITE.map(([variables, url]) => ({ environment: variables, url })),
  // Numbers that are no four decimal ones are names to Go, and such names it asks nobody for.
  cannotLookUp: (host) => /^[\d.]+$/.test(host),
});
