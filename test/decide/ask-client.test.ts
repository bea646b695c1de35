import { expect, test } from "vitest";
import { predictRoutes } from "../../src/decide/predict-routes.ts";
import type { ClientName } from "../../src/model/client.ts";
import { environment } from "./clients/table.ts";

const asked = (client: ClientName) => ({ client, named: client });

const PROXY = "http://proxy.corp:3128";

/** Settings, client, URL, and the settings that the client does not read. */
test.each<[Record<string, string>, ClientName, string, readonly string[]]>([
  [{ HTTP_PROXY: PROXY }, "curl", "http://example.com/", ["HTTP_PROXY"]],
  [{ HTTP_PROXY: PROXY }, "curl", "https://example.com/", []],
  [{ HTTPS_PROXY: PROXY }, "curl", "https://example.com/", []],
  [{ HTTP_PROXY: "" }, "curl", "http://example.com/", []],
  [{ ALL_PROXY: PROXY }, "go", "https://example.com/", ["ALL_PROXY"]],
  [{ https_proxy: PROXY, JVM_OPTS: "-Dhttps.proxyHost=p" }, "java", "https://example.com/", ["https_proxy"]],
  [{ HTTP_PROXY: PROXY, no_proxy: "example.com" }, "go", "http://example.com/", []],
])("of %j, %s calling %s overlooks %j", (variables, client, url, expected) => {
  const { JVM_OPTS, ...others } = variables;
  const settings = [
    ...environment(others),
    ...(JVM_OPTS === undefined ? [] : [{ name: "JVM_OPTS", value: JVM_OPTS, origin: "environment" }]),
  ];
  const [route] = predictRoutes([url], [asked(client)], settings);
  const overlooked = route?.decision.because.filter(({ effect }) => effect === "overlooked");
  const names = overlooked?.map(({ setting }) => setting).filter((name) => name !== "JVM_OPTS");
  expect(names).toEqual(expected);
});

test("JVM_OPTS that no wrapper script reads is overlooked by Java, and by nobody else asked about", () => {
  const settings = [{ name: "JVM_OPTS", value: "-Dhttp.proxyHost=p", origin: "environment" }];
  const routes = predictRoutes(["http://example.com/"], [asked("java"), asked("curl")], settings);
  expect(routes.map(({ decision }) => decision.because.map(({ setting }) => setting))).toEqual([
    ["JVM_OPTS"],
    [],
  ]);
});

test("exceptions that a proxied client does not read are overlooked", () => {
  const settings = [
    ...environment({ no_proxy: "example.com" }),
    { name: "JAVA_TOOL_OPTIONS", value: "-Dhttp.proxyHost=p", origin: "environment" },
  ];
  const [route] = predictRoutes(["http://example.com/"], [asked("java")], settings);
  expect(route?.decision.because).toContainEqual({
    setting: "no_proxy",
    source: "environment",
    effect: "overlooked",
  });
});

/** Settings, client, URL, and the empty setting that hides another. */
test.each<[Record<string, string>, ClientName, string, readonly string[]]>([
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, "git", "https://example.com/", ["https_proxy"]],
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, "botocore", "https://example.com/", ["https_proxy"]],
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, "curl", "https://example.com/", []],
  [{ https_proxy: "" }, "git", "https://example.com/", []],
  [
    { http_proxy: PROXY, no_proxy: "", NO_PROXY: "example.com" },
    "python-urllib",
    "http://example.com/",
    ["no_proxy"],
  ],
  [{ http_proxy: PROXY, no_proxy: "", NO_PROXY: "example.com" }, "curl", "http://example.com/", []],
  [{ http_proxy: PROXY, no_proxy: "", NO_PROXY: "other.corp" }, "git", "http://example.com/", []],
])("of %j, to %s calling %s %j hides another", (variables, client, url, expected) => {
  const [route] = predictRoutes([url], [asked(client)], environment(variables));
  const hiding = route?.decision.because.filter(({ effect }) => effect === "hides");
  expect(hiding?.map(({ setting }) => setting)).toEqual(expected);
});

test("a program that a web server starts passes over HTTP_PROXY in Python, and says why", () => {
  const settings = environment({ HTTP_PROXY: PROXY, REQUEST_METHOD: "GET" });
  const [route] = predictRoutes(["http://example.com/"], [asked("botocore")], settings);
  expect(route?.decision).toEqual({
    route: "direct",
    because: [{ setting: "REQUEST_METHOD", source: "environment", effect: "hides" }],
  });
});

test.each([
  "http://[fe80::1%25eth0]:8080/",
  "https://bücher.example/",
  "http://u:p@10.0.1.2/",
  "http://[fd00:ec2::254]/",
  "http://2130706433/",
])("whether no_proxy is read does not depend on the host: %s", (url) => {
  const settings = environment({ http_proxy: PROXY, https_proxy: PROXY, no_proxy: "other.corp" });
  const readers = ["curl", "git", "python-urllib", "python-requests", "botocore", "go"] as const;
  for (const { decision } of predictRoutes([url], readers.map(asked), settings)) {
    expect(decision.because.map(({ effect }) => effect)).not.toContain("overlooked");
  }
});
