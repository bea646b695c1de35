import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const CUSTOMIZATIONS = "/etc/circle-installation-customizations";

async function found(text: string): Promise<readonly string[]> {
  const { judgement } = await judged({
    machine: fakeMachine({ [CUSTOMIZATIONS]: text }),
    flags: { role: "services" },
  });
  return judgement.findings.flatMap(({ code, args }) =>
    code === "unexported-variable" && "places" in args
      ? args.places.map(({ name, source }) => `${name} ${source.replace(/^.*:/, "")}`)
      : [],
  );
}

test.each([
  [
    "every variable that no program is given",
    "HTTP_PROXY=a\nexport https_proxy=a\nJVM_OPTS=-Da=b\n",
    ["HTTP_PROXY 1", "JVM_OPTS 3"],
  ],
  ["its last assignment alone", "HTTP_PROXY=a\nHTTP_PROXY=b\n", ["HTTP_PROXY 2"]],
  ["none that is exported later", "HTTP_PROXY=a\nexport HTTP_PROXY\n", []],
  ["none of the file's own", "SQUID_PROXY=a\nexport http_proxy=$SQUID_PROXY\n", []],
])("one finding has %s", async (_, text, places) => {
  expect(await found(text)).toEqual(places);
});
