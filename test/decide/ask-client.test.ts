import { expect, test } from "vitest";
import { predictRoutes } from "../../src/decide/predict-routes.ts";
import type { ClientName } from "../../src/model/client.ts";
import { environment } from "./clients/table.ts";

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
  const [route] = predictRoutes([url], [client], settings);
  const overlooked = route?.decision.because.filter(({ effect }) => effect === "overlooked");
  const names = overlooked?.map(({ setting }) => setting).filter((name) => name !== "JVM_OPTS");
  expect(names).toEqual(expected);
});

test("JVM_OPTS that no wrapper script reads is overlooked by Java, and by nobody else asked about", () => {
  const settings = [{ name: "JVM_OPTS", value: "-Dhttp.proxyHost=p", origin: "environment" }];
  const routes = predictRoutes(["http://example.com/"], ["java", "curl"], settings);
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
  const [route] = predictRoutes(["http://example.com/"], ["java"], settings);
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
  const [route] = predictRoutes([url], [client], environment(variables));
  const hiding = route?.decision.because.filter(({ effect }) => effect === "hides");
  expect(hiding?.map(({ setting }) => setting)).toEqual(expected);
});
