import { EXCEPTIONS, PROXY, VALUES } from "../decide/clients/curl-tables.ts";
import { GIT_CONFIGURED, GIT_EXCEPTIONS, GIT_VALUES, GIT_VARIABLES } from "../decide/clients/git-tables.ts";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { printed, runEach } from "./subject.ts";

/** `core.askPass=true` answers the question for a password with an empty line. */
const OPTIONS = ["http.sslVerify=false", "credential.helper=", "core.askPass=true"].flatMap((option) => [
  "-c",
  option,
]);

conform({
  subject: async () => {
    const version = await printed(["git", "--version"], /^git version (\S+)/);
    return runEach("git", version, ({ environment, url }) => {
      const configured = Object.entries(environment).filter(([name]) => name.startsWith("http."));
      const options = configured.flatMap(([name, value]) => ["-c", `${name}=${value}`]);
      return ["git", ...OPTIONS, ...options, "ls-remote", url];
    });
  },
  cases: environmentCases,
  table: [
    ...[...VALUES, ...GIT_VALUES].map(([value]) => ({
      environment: { http_proxy: value },
      url: "http://example.com/",
    })),
    ...GIT_VARIABLES.map(([environment, url]) => ({ environment, url })),
    ...GIT_CONFIGURED.map(([environment, url]) => ({ environment, url })),
    ...GIT_EXCEPTIONS.map(([variables, url]) => ({ environment: { http_proxy: PROXY, ...variables }, url })),
    ...EXCEPTIONS.map(([list, url]) => ({
      environment: { http_proxy: PROXY, https_proxy: PROXY, no_proxy: list },
      url,
    })),
  ],
});
