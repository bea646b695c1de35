import { UNDICI_SUITE } from "../decide/clients/node-undici-suite.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { nodeLibrary, suiteCases } from "./node-library.ts";

/** Values of both proxies that no generator makes. */
const ODD = [
  "socks5:///",
  "socks://proxy.corp/path",
  "http://us%er@proxy.corp:3128",
  "socks5://:pw@proxy.corp",
  "\t",
].map((value) => ({ environment: { http_proxy: value, https_proxy: value }, url: "https://example.com/" }));

conform({
  subject: () => nodeLibrary("node-undici", "undici"),
  cases: environmentCases,
  table: [...suiteCases(UNDICI_SUITE), ...ODD],
});
