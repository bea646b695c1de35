import { describe, expect, test } from "vitest";
import type { FindingCode } from "../../../src/model/finding.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const LOGIN = "/etc/environment";
const [OLD, NEW] = ["http://10.0.0.33:3128", "http://10.0.0.34:3128"];

async function edits(
  code: FindingCode,
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { fixes } = await judged({
    machine: fakeMachine(files, environment),
    flags: { role: "workstation" },
  });
  return fixes
    .filter(({ findings }) => findings[0]?.startsWith(code))
    .flatMap(({ patch }) => patch.map(({ name, line, value }) => `${line ?? "shell"} ${name}=${value}`));
}

describe("spellings that contradict each other", () => {
  const login = `HTTP_PROXY="${OLD}"\nhttp_proxy="${NEW}"\n`;

  test("both get the proxy that stands in upper case where nothing else tells", async () => {
    expect(await edits("conflicting-case", { [LOGIN]: login })).toEqual([`2 http_proxy=${OLD}`]);
  });

  test("both get the proxy that the rest of the machine names", async () => {
    const files = { [LOGIN]: login, "/etc/replicated.conf": `{"HttpProxy": "${NEW}"}` };
    expect(await edits("conflicting-case", files)).toEqual([`1 HTTP_PROXY=${NEW}`]);
  });

  test("both get the proxy that can be read as one", async () => {
    const files = {
      [LOGIN]: `HTTP_PROXY="http://10.0.0.33:99999"\nhttp_proxy="${NEW}"\n`,
      "/etc/replicated.conf": `{"HttpProxy": "${OLD}"}`,
    };
    expect(await edits("conflicting-case", files)).toEqual([`1 HTTP_PROXY=${NEW}`]);
  });
});

test("lists of which one is every host are left to whoever knows which is meant", async () => {
  const login = `HTTP_PROXY="${OLD}"\nhttp_proxy="${OLD}"\nNO_PROXY="*"\nno_proxy="10.0.1.238"\n`;
  expect(await edits("conflicting-case", { [LOGIN]: login })).toEqual([]);
});

describe("a twin in lower case", () => {
  test("is given the login, which the patch does not show", async () => {
    const files = { [LOGIN]: 'HTTPS_PROXY="http://u:secret@10.0.0.33:3128"\n' };
    expect(await edits("uppercase-only-variable", files)).toEqual([
      "1 https_proxy=http://u:***1@10.0.0.33:3128",
    ]);
  });

  test.each(["http:/10.0.0.33:3128", "http//10.0.0.33:3128"])(
    "is not given a value that nobody can use: %s",
    async (value) => {
      const login = `HTTP_PROXY="${value}"\nHTTPS_PROXY="${value}"\n`;
      expect(await edits("uppercase-only-variable", { [LOGIN]: login })).toEqual([]);
      expect(await edits("empty-lowercase-variable", { [LOGIN]: `${login}http_proxy=""\n` })).toEqual([]);
    },
  );

  test("is not to be typed with a login that is masked", async () => {
    const environment = { HTTPS_PROXY: "http://u:secret@10.0.0.33:3128" };
    expect(await edits("uppercase-only-variable", {}, environment)).toEqual([]);
    expect(await edits("uppercase-only-variable", {}, { HTTPS_PROXY: OLD })).toEqual([
      `shell https_proxy=${OLD}`,
    ]);
  });
});
