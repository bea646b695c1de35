import { describe, expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const LOGIN = "/etc/environment";
const CUSTOMIZATIONS = "/etc/circle-installation-customizations";
const PROXY = "http://10.0.0.33:3128";

async function found(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { judgement } = await judged({
    machine: fakeMachine(files, environment),
    flags: { role: "services" },
  });
  return judgement.findings.flatMap((finding) =>
    finding.code === "uppercase-only-variable"
      ? [`${finding.subject.setting}: ${finding.args.readers.join(" ")}`]
      : [],
  );
}

describe("a variable in upper case only", () => {
  test("is found once in a file that two grammars read, with who does not read it", async () => {
    expect(await found({ [LOGIN]: `HTTP_PROXY="${PROXY}"\nHTTPS_PROXY="${PROXY}"\n` })).toEqual([
      `HTTP_PROXY (${LOGIN}:1): curl wget apt`,
      `HTTPS_PROXY (${LOGIN}:2): wget apt`,
    ]);
  });

  test("is none where a shell that reads the file has the twin from elsewhere", async () => {
    const files = { [LOGIN]: `HTTP_PROXY="${PROXY}"\n` };
    expect(await found(files, { http_proxy: PROXY })).toEqual([]);
    expect(await found(files, { https_proxy: PROXY })).toHaveLength(1);
  });

  test("is one in the customizations whatever a login has, and exported or not", async () => {
    const files = { [CUSTOMIZATIONS]: `HTTP_PROXY="${PROXY}"\n` };
    expect(await found(files, { http_proxy: PROXY })).toEqual([
      `HTTP_PROXY (${CUSTOMIZATIONS}:1): curl wget apt`,
    ]);
  });

  test("wants no twin where it is empty, or lists exceptions to no proxy", async () => {
    expect(await found({ [LOGIN]: 'HTTP_PROXY=""\nNO_PROXY="localhost"\n' })).toEqual([]);
    const files = { [LOGIN]: `http_proxy="${PROXY}"\nNO_PROXY="localhost"\n` };
    expect(await found(files)).toEqual([`NO_PROXY (${LOGIN}:2): wget apt`]);
  });
});
