import { expect, test } from "vitest";
import { openCase } from "../../src/diagnose/evidence.ts";
import { holderOf, jvmReadings, propertyIn } from "../../src/diagnose/jvm-readings.ts";
import { describeSource } from "../../src/model/setting.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

async function readingsOf(role: "services" | "nomad-client", files: Readonly<Record<string, string>>) {
  const { circumstances, settings, judgement } = await judged({
    machine: fakeMachine(files),
    flags: { role },
  });
  const the = openCase({ ...circumstances, settings, fileFaults: [], ...judgement });
  return jvmReadings(the).map((reading) => {
    const holder = holderOf(reading, "http.proxyHost");
    return [propertyIn(reading, "http.proxyHost"), holder && describeSource(holder.source)];
  });
}

test("options that a component takes, and after them those that none takes", async () => {
  expect(
    await readingsOf("services", {
      "/etc/environment": "JVM_OPTS=-Dhttp.proxyHost=unread\n",
      "/etc/circle-installation-customizations": 'export JVM_OPTS="-Dhttp.proxyHost=taken"\n',
    }),
  ).toEqual([
    ["taken", "/etc/circle-installation-customizations:1"],
    ["unread", "/etc/environment:1"],
  ]);
});

test("what two grammars read is one", async () => {
  expect(await readingsOf("nomad-client", { "/etc/environment": "JVM_OPTS=-Dhttp.proxyHost=one\n" })).toEqual(
    [["one", "/etc/environment:1"]],
  );
});

test("what a later line replaces is not spoken of, what is not exported is", async () => {
  expect(
    await readingsOf("services", {
      "/etc/circle-installation-customizations":
        'export JVM_OPTS="-Dhttp.proxyHost=first"\nexport JVM_OPTS="-Dhttp.proxyHost=second"\n',
    }),
  ).toEqual([["second", "/etc/circle-installation-customizations:2"]]);
  expect(
    await readingsOf("services", {
      "/etc/circle-installation-customizations": 'JVM_OPTS="-Dhttp.proxyHost=kept"\n',
    }),
  ).toEqual([["kept", "/etc/circle-installation-customizations:1"]]);
});

test("several variables make the options of one JVM", async () => {
  expect(
    await readingsOf("services", {
      "/etc/circle-installation-customizations":
        'export JVM_OPTS="-Dhttps.proxyHost=a"\nexport JAVA_TOOL_OPTIONS="-Dhttp.proxyHost=b"\n',
    }),
  ).toEqual([["b", "/etc/circle-installation-customizations:2"]]);
});
