import { expect, test } from "vitest";
import { environmentSettings } from "../../src/discover/environment.ts";

test("only what decides about proxying is kept", () => {
  const environment = {
    HTTP_PROXY: "http://u:s3cret@h:1",
    No_Proxy: "a",
    DOCKER_HTTPS_PROXY: "x",
    JVM_OPTS: "-Dhttp.proxyHost=h",
    JAVA_TOOL_OPTIONS: "",
    JDK_JAVA_OPTIONS: "",
    _JAVA_OPTIONS: "",
    REQUEST_METHOD: "GET",
    AWS_SECRET_ACCESS_KEY: "s3cret",
    HTTP_PROXY_PASSWORD: "s3cret",
    PATH: "/bin",
  };
  const settings = environmentSettings(environment);
  expect(settings.map(({ name }) => name)).toEqual(Object.keys(environment).slice(0, 8));
  expect(settings[0]).toMatchObject({
    value: "http://u:***@h:1",
    exported: true,
    source: { kind: "environment" },
  });
  expect(settings[0]?.credentials?.reveal()).toBe("u:s3cret");
  expect(JSON.stringify(settings)).not.toContain("s3cret");
});
