import { EXCEPTIONS, OPTIONS, OWN_TESTS, PROXY, VALUES, VARIABLES } from "../decide/clients/curl-tables.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { curlProgram } from "./curl.ts";

const both = { http_proxy: PROXY, https_proxy: PROXY };

conform({
  subject: curlProgram,
  cases: environmentCases,
  table: [
    ...VALUES.map(([value]) => ({ environment: { http_proxy: value }, url: "http://example.com/" })),
    ...VARIABLES.map(([environment, url]) => ({ environment, url })),
    ...OPTIONS.map(([environment, url]) => ({ environment, url })),
    ...EXCEPTIONS.map(([list, url]) => ({ environment: { ...both, no_proxy: list }, url })),
    ...OWN_TESTS.map(([host, list]) => ({
      environment: { ...both, no_proxy: list },
      url: `http://${host}/`,
    })),
  ],
});
