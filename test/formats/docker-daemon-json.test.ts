import { expect, test } from "vitest";
import { dockerDaemonJson } from "../../src/formats/docker-daemon-json.ts";

test.each<[string, string, [string, string, number][]]>([
  [
    "keys of proxies",
    '{\n "proxies": {\n  "http-proxy": "http://p:1",\n  "https-proxy": "http://q:1", "no-proxy": "a"}}',
    [
      ["proxies.http-proxy", "http://p:1", 3],
      ["proxies.https-proxy", "http://q:1", 4],
      ["proxies.no-proxy", "a", 4],
    ],
  ],
  ["no other key", '{"proxies": {"ftp-proxy": "x", "httpProxy": "x"}, "http-proxy": "x"}', []],
  [
    "nothing further in",
    '{"proxies": {"no-proxy": {"no-proxy": "x"}}, "a": {"proxies": {"no-proxy": "x"}}}',
    [],
  ],
  ["nothing in an array", '{"proxies": [{"no-proxy": "x"}]}', []],
  ["keys as they are spelled", '{"Proxies": {"no-proxy": "x"}, "proxies": {"NO-PROXY": "x"}}', []],
  [
    "the last of several",
    '{"proxies": {"no-proxy": "a", "no-proxy": "b"},\n"proxies": {"no-proxy": "c"}}',
    [["proxies.no-proxy", "c", 2]],
  ],
  ["nothing where the last of several is no string", '{"proxies": {"no-proxy": "a", "no-proxy": 1}}', []],
  ["no string", '{"proxies": {"no-proxy": ["a"], "http-proxy": null}}', []],
])("reads %s", (_, text, expected) => {
  expect(dockerDaemonJson.read(text)).toEqual(
    expected.map(([name, value, line]) => ({ name, value, line, exported: true })),
  );
});

test("what is no JSON is flawed", () => {
  const text =
    '{"proxies": {\n  "https-proxy": "http://q:1",\n  "http-proxy": http://p:1,\n  "no-proxy": "a, b",\n}}';
  expect(dockerDaemonJson.read(text)).toEqual([]);
  expect(
    dockerDaemonJson.flawed?.(text).map(({ name, value, line, flaw }) => [name, value, line, flaw]),
  ).toEqual([
    ["proxies.https-proxy", "http://q:1", 2, "not-json"],
    ["proxies.http-proxy", "http://p:1", 3, "not-json"],
    ["proxies.no-proxy", "a, b", 4, "not-json"],
  ]);
  expect(dockerDaemonJson.faults?.(text)).toEqual([{ kind: "syntax-error", line: 3 }]);
});

test("an empty file is without a fault", () => {
  expect(dockerDaemonJson.faults?.(" \n")).toEqual([]);
});

test("a value is replaced in place", () => {
  expect(
    dockerDaemonJson.replace('{"proxies" :{ "no-proxy":"a"}\r\n,"b":1}\r\n', 1, "proxies.no-proxy", 'c"'),
  ).toBe('{"proxies" :{ "no-proxy":"c\\""}\r\n,"b":1}\r\n');
});

test.each<[string, string, string]>([
  ["an empty file", "", '{\n  "proxies": {\n    "no-proxy": "x"\n  }\n}\n'],
  ["an empty object", "{}\n", '{\n  "proxies": {\n    "no-proxy": "x"\n  }\n}\n'],
  ["an empty object on two lines", "{\r\n}", '{\r\n  "proxies": {\r\n    "no-proxy": "x"\r\n  }\r\n}'],
  ["one line", '{"a": 1}', '{"proxies": {"no-proxy": "x"}, "a": 1}'],
  [
    "the file's own indentation",
    '{\r\n\t"a": 1\r\n}\r\n',
    '{\r\n\t"proxies": {\r\n\t\t"no-proxy": "x"\r\n\t},\r\n\t"a": 1\r\n}\r\n',
  ],
  [
    "beside others",
    '{\n    "proxies": {\n        "http-proxy": "y"\n    }\n}',
    '{\n    "proxies": {\n        "no-proxy": "x",\n        "http-proxy": "y"\n    }\n}',
  ],
  ["an empty proxies on a line", '{\n    "proxies": {}\n}', '{\n    "proxies": {"no-proxy": "x"}\n}'],
  [
    "an empty proxies on two",
    '{\n    "proxies": {\n    }\n}',
    '{\n    "proxies": {\n        "no-proxy": "x"\n    }\n}',
  ],
  [
    "into the last of several",
    '{"proxies": {}, "proxies": {}}',
    '{"proxies": {}, "proxies": {"no-proxy": "x"}}',
  ],
  ["nothing where proxies is no object", '{"proxies": "y"}', '{"proxies": "y"}'],
  ["nothing where it is already", '{"proxies": {"no-proxy": "y"}}', '{"proxies": {"no-proxy": "y"}}'],
  ["nothing where it is no string", '{"proxies": {"no-proxy": 1}}', '{"proxies": {"no-proxy": 1}}'],
  ["nothing into what is no JSON", '{"proxies": {},}', '{"proxies": {},}'],
])("inserts: %s", (_, text, expected) => {
  expect(dockerDaemonJson.insert(text, 0, "proxies.no-proxy", "x")).toBe(expected);
});

test("no name of another file is inserted", () => {
  expect(dockerDaemonJson.insert("{}", 0, "no_proxy", "x")).toBe("{}");
});

test.each<[string, string, number[]]>([
  ["the keys of the command", '{\n"proxies": {\n"httpProxy": "x",\n"http-proxy": "y"}}', [3]],
  ["the object of the command", '{"proxies": {"default": {\n"noProxy": "x"}}}', [2]],
  ["no proxies about them", '{"https-proxy": "x"}', [1]],
  ["the names of variables", '{"proxies": {"HTTP_PROXY": "x"}}', [1]],
  ["what is right", '{"proxies": {"http-proxy": "x", "no-proxy": "y"}, "userland-proxy": false}', []],
  ["other keys", '{"registry-mirrors": ["http://x"], "labels": {"http-proxy": "x"}}', []],
])("keys that dockerd does not take: %s", (_, text, lines) => {
  expect(dockerDaemonJson.faults?.(text)).toEqual(
    lines.map((line) => ({ kind: "syntax-error", line, reason: "unknown-key" })),
  );
});

test("a value that is no text, with which dockerd does not start", () => {
  const text = '{"proxies": {\n"no-proxy": ["a", "b"],\n"http-proxy": null, "https-proxy": "http://q:1"}}';
  expect(dockerDaemonJson.faults?.(text)).toEqual([{ kind: "syntax-error", line: 2, reason: "no-text" }]);
});
