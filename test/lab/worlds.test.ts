import { describe, expect, test } from "vitest";
import { WORLD_NAMES, WORLDS } from "../../src/lab/worlds.ts";

const lines = (name: keyof typeof WORLDS, path: string) => {
  const files: Readonly<Record<string, string>> = WORLDS[name].files;
  return (files[path] ?? "").split("\n");
};

describe("the worlds", () => {
  test("have one title each, on one line", () => {
    const titles = WORLD_NAMES.map((name) => WORLDS[name].title);
    expect(new Set(titles).size).toBe(WORLD_NAMES.length);
    for (const title of titles) expect(title).toMatch(/^[^\n]{10,100}$/);
  });

  test.each([
    ["misrouted-metadata", ["/etc/environment"]],
    ["blocked-egress", ["/etc/default/replicated"]],
    ["dead-proxy", []],
    ["proxy-auth", []],
    ["block-page", []],
    ["both-time-out", []],
  ] as const)("%s differs from a healthy one in the files %j", (name, expected) => {
    const changed = Object.entries(WORLDS.healthy.files).flatMap(([path, text]) =>
      lines(name, path).join("\n") === text ? [] : [path],
    );
    expect(changed).toEqual(expected);
  });

  test("misrouted metadata is missing in both cases, and nothing else is", () => {
    const healthy = lines("healthy", "/etc/environment");
    const missing = healthy.map((line) => line.replace("169.254.169.254,", ""));
    expect(lines("misrouted-metadata", "/etc/environment")).toEqual(missing);
    expect(healthy.filter((line) => line.includes("169.254.169.254"))).toHaveLength(2);
  });

  test("Java's list covers what is below a domain, the variable's list needs no such entry", () => {
    const text = lines("healthy", "/etc/circle-installation-customizations");
    expect(text.find((line) => line.startsWith("export JVM_OPTS="))).toContain(
      "-Dhttp.nonProxyHosts=169.254.169.254|10.0.1.238|127.0.0.1|localhost|172.17.0.1|ghe.example.com" +
        '|s3.amazonaws.com|*.s3.amazonaws.com|s3.us-east-1.amazonaws.com|*.s3.us-east-1.amazonaws.com"',
    );
    expect(text.find((line) => line.startsWith("export NO_PROXY="))).toBe(
      'export NO_PROXY="169.254.169.254,10.0.1.238,127.0.0.1,localhost,172.17.0.1,ghe.example.com' +
        ',s3.amazonaws.com,s3.us-east-1.amazonaws.com"',
    );
  });

  test("no world's process inherits a proxy setting", () => {
    for (const name of WORLD_NAMES) {
      expect(Object.keys(WORLDS[name].environment).filter((key) => /proxy/i.test(key))).toEqual([]);
    }
  });
});
