import { describe, expect, test } from "vitest";
import { FORMATS, readFaults, readSettings } from "../../src/formats/index.ts";
import { LOADERS, type Loader } from "../../src/model/setting.ts";

test("every loader has its grammar", () => {
  expect(Object.keys(FORMATS).sort()).toEqual([...LOADERS].sort());
});

const settings = (text: string) => readSettings({ path: "/etc/environment", loader: "pam-env", text });

test("a setting says where it stands", () => {
  expect(settings("# x\nHTTP_PROXY=http://10.0.0.33:3128\n")).toEqual([
    {
      name: "HTTP_PROXY",
      value: "http://10.0.0.33:3128",
      exported: true,
      text: "HTTP_PROXY=http://10.0.0.33:3128",
      source: { kind: "file", path: "/etc/environment", line: 2, loader: "pam-env" },
    },
  ]);
});

test("variables that do not decide about proxying are not kept", () => {
  expect(
    settings("AWS_SECRET_ACCESS_KEY=abc\nPATH=/bin\nall_proxy=x\nJVM_OPTS=-Da=1").map(({ name }) => name),
  ).toEqual(["all_proxy", "JVM_OPTS"]);
});

describe("credentials", () => {
  test.each<[string, string, string | undefined]>([
    ["http://user:s3cret@10.0.0.33:3128", "http://user:***@10.0.0.33:3128", "user:s3cret"],
    ["user:s3cret@10.0.0.33:3128", "user:***@10.0.0.33:3128", "user:s3cret"],
    ["http://user:p@ss@10.0.0.33:3128/", "http://user:***@***@10.0.0.33:3128/", "user:p@ss"],
    ["http://10.0.0.33:3128/a@b", "http://10.0.0.33:***/***@b", undefined],
    ["http://10.0.0.33:3128", "http://10.0.0.33:3128", undefined],
    ["10.0.0.33,localhost", "10.0.0.33,localhost", undefined],
  ])("%s", (value, shown, secret) => {
    const [setting] = settings(`HTTP_PROXY=${value}`);
    expect(setting?.value.replace(/\*+/g, "***")).toBe(shown);
    expect(setting?.credentials?.reveal()).toBe(secret);
  });

  test("never appear in what is stored", () => {
    const stored = JSON.stringify(
      settings("HTTP_PROXY=http://u:s3cret@h:1\nJVM_OPTS=-Dhttp.proxyPassword=s3cret"),
    );
    expect(stored).not.toContain("s3cret");
  });
});

test.each<[Loader, string]>([
  ["apt-conf", 'Acquire::http::Proxy "http://u:s3cret@h:1/"; // s3cret'],
  ["apt-conf", "Acquire { http { Proxy::a.example http:u:s3cret@h:1; }; };"],
  ["wgetrc", "https-proxy = http://u:s3cret@h:1"],
  ["curlrc", 'proxy = "http://u:s3cret@h:1" # s3cret'],
  ["curlrc", "-xu:s3cret@h:1"],
  ["git-config", '[http "https://u:s3cret@a/"] proxy = http://u:s3cret@h:1 ; s3cret'],
  ["aws-config", "[default]\nproxy = http://u:s3cret@h:1"],
  ["aws-config", "[default]\nproxies =\n  http = http://u:s3cret@h:1\n  https = http://u:s3cret@h:1"],
])("%s: %s shows no password", (loader, text) => {
  const settings = readSettings({ path: "/x", loader, text });
  expect(settings).toHaveLength(1);
  expect(JSON.stringify(settings)).not.toContain("s3cret");
});

test.each<[Loader, string]>([
  ["apt-conf", 'Acquire::http::Proxy "http://u:s3cret@h:1/"'],
  ["apt-conf", "Acquire::http::Proxy http://u:s3cret@h:1/;\nA B;"],
  ["wgetrc", "http_proxy http://u:s3cret@h:1"],
  ["git-config", '[http]\nproxy = "http://u:s3cret@h:1'],
])("%s: a line at fault, %s, shows no password", (loader, text) => {
  const faults = readFaults({ path: "/x", loader, text });
  expect(faults).toHaveLength(1);
  expect(JSON.stringify(faults)).not.toContain("s3cret");
});
