import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const LOGIN = "/etc/environment";
const [OLD, NEW] = ["http://10.0.0.33:3128", "http://10.0.0.34:3128"];
const JVM =
  "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";

async function edits(text: string): Promise<readonly string[]> {
  const { fixes } = await judged({
    machine: fakeMachine({ [LOGIN]: text }),
    flags: { role: "workstation" },
  });
  return fixes
    .filter(({ findings }) => findings[0] === "proxies-disagree:machine")
    .flatMap(({ patch }) => patch.map(({ name, property = "", value }) => `${name} ${property} ${value}`));
}

const named = (proxy: string, ...names: readonly string[]) =>
  names.map((name) => `${name}="${proxy}"\n`).join("");

test("the odd one gets the proxy that is named three times as often, a JVM its host and port", async () => {
  const usual = named(NEW, "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy");
  expect(await edits(`${usual}JVM_OPTS="${JVM}"\n`)).toEqual([
    "JVM_OPTS http.proxyHost 10.0.0.34",
    "JVM_OPTS https.proxyHost 10.0.0.34",
  ]);
  expect(await edits(`${usual}ALL_PROXY="${OLD}"\nall_proxy="${OLD}"\n`)).toEqual([]);
});
