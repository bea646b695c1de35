import { describe, expect, test } from "vitest";
import { processSettings, seen } from "../../src/discover/processes.ts";
import { describeSource } from "../../src/model/setting.ts";

describe("settings of a process", () => {
  test("are the variables about proxying, without passwords", () => {
    const settings = processSettings({
      pid: 812,
      program: "dockerd",
      commandLine: ["dockerd", "-Dhttp.proxyHost=h"],
      environment: { HTTPS_PROXY: "http://u:s3cret@h:1", AWS_SECRET_ACCESS_KEY: "s3cret", NO_PROXY: "a" },
    });
    expect(settings.map(({ name, value, source }) => [name, value, describeSource(source)])).toEqual([
      ["HTTPS_PROXY", "http://u:***@h:1", "dockerd (process 812)"],
      ["NO_PROXY", "a", "dockerd (process 812)"],
    ]);
    expect(JSON.stringify(settings)).not.toContain("s3cret");
  });

  test("of java are also the options of its command line that concern proxies, as one", () => {
    const options = [
      "-Dhttp.proxyHost=10.0.0.33",
      "-Dhttps.proxyPort=3128",
      "-Dhttp.nonProxyHosts=localhost|*.s3.amazonaws.com",
      "-Djdk.http.auth.tunneling.disabledSchemes=",
      "-DsocksProxyHost=s",
      "-Djava.net.useSystemProxies=true",
      "-Dhttps.proxyPassword=s3cret",
    ];
    const [setting, ...others] = processSettings({
      pid: 7,
      program: "java",
      commandLine: [
        "java",
        "-Xmx1g",
        "-Ddb.password=s3cret",
        ...options,
        "-jar",
        "app.jar",
        "proxyHost",
        "s3cret",
      ],
    });
    expect(others).toEqual([]);
    expect(setting).toMatchObject({
      name: "command line",
      value: [...options.slice(0, -1), "-Dhttps.proxyPassword=***"].join(" "),
      exported: true,
      source: { kind: "process", pid: 7, program: "java", part: "command-line" },
    });
  });

  test("are none where it has none, or its environment is not ours to read", () => {
    expect(processSettings({ pid: 7, program: "java", commandLine: ["java", "-jar", "a.jar"] })).toEqual([]);
  });
});

test("a process is seen whether or not its environment can be read", () => {
  const process = { pid: 7, program: "nomad", commandLine: [] };
  expect(seen(process)).toEqual({ pid: 7, program: "nomad", environment: "unreadable" });
  expect(seen({ ...process, environment: {} })).toMatchObject({ environment: "read" });
});
