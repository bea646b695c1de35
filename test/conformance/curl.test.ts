import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { printed, runEach } from "./subject.ts";

conform({
  subject: async () => {
    const version = await printed(["curl", "--version"], /^curl (\S+)/);
    return runEach("curl", version, ({ url }) => ["curl", "-sk", "-m", "4", "-o", "/dev/null", url]);
  },
  cases: environmentCases,
  table: [],
});
