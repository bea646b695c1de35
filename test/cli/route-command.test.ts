import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLIENT_NAMES } from "../../src/model/client.ts";
import { runCli } from "../rig/run-cli.ts";

const scratch = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const PROXY = "http://10.0.0.33:3128";

describe("route", () => {
  test("answers for every client, in the order of the contract", async () => {
    const { code, stdout } = await runCli(["route", "--json", "http://10.0.1.5/"], { HTTP_PROXY: PROXY });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ client }: { client: string }) => client)).toEqual([...CLIENT_NAMES]);
  });

  test("names the setting and the entry", async () => {
    const { stdout } = await runCli(["route", "--client", "curl", "http://10.0.1.5/"], {
      http_proxy: PROXY,
      no_proxy: "10.0.0.0/16",
    });
    expect(stdout).toContain("10.0.0.0/16 in no_proxy keeps it off the proxy");
  });

  test("reads a list from standard input, past blank lines and comments", async () => {
    const { stdout } = await runCli(["route", "--json", "--client", "curl", "-"], {}, (child) =>
      child.stdin?.end("# ours\n\nhttp://a.corp/\n  http://b.corp/  # theirs\n"),
    );
    expect(JSON.parse(stdout).map(({ url }: { url: string }) => url)).toEqual([
      "http://a.corp/",
      "http://b.corp/",
    ]);
  });

  test("takes an environment from a file, and options of a JVM from the command line", async () => {
    const file = join(scratch, "nomad.env");
    writeFileSync(file, `HTTPS_PROXY=${PROXY}\n`);
    const words = ["route", "--json", "--client", "go", "--client", "java", "--env-file", file];
    const { stdout } = await runCli([
      ...words,
      "--jvm-options",
      "-Dhttps.proxyHost=jvm.corp",
      "https://a.corp/",
    ]);
    expect(JSON.parse(stdout)).toMatchObject([
      { client: "go", route: "proxy", proxy: "10.0.0.33:3128" },
      { client: "java", route: "proxy", proxy: "jvm.corp:443" },
    ]);
  });

  test("asks for another version, and for several clients in one word", async () => {
    const variables = { http_proxy: PROXY, no_proxy: "10.0.0.0/16" };
    const { stdout } = await runCli(
      ["route", "--json", "--client", "curl@7.81.0,curl", "http://10.0.1.5/"],
      variables,
    );
    expect(JSON.parse(stdout)).toMatchObject([
      { client: "curl", version: "7.81.0", route: "proxy" },
      { client: "curl", version: "7.88.1", route: "direct" },
    ]);
  });

  test("shows no query and no fragment, and asks once what it shows alike", async () => {
    const urls = ["http://a.corp/?token=hunt3r", "http://a.corp/?token=s3cret", "http://b.corp/#hunt3r"];
    for (const form of [[], ["--json"]]) {
      const { stdout } = await runCli(["route", ...form, "--client", "curl", ...urls]);
      expect(stdout).not.toMatch(/hunt3r|s3cret/);
      expect(stdout).toContain("a.corp/?***");
    }
  });

  test.each(["-Dhttp.proxyPassword hunt3r", "-D http.proxyPassword=hunt3r", "–DproxyPassword=hunt3r"])(
    "shows nothing secret of the options %s",
    async (options) => {
      const words = ["route", "--json", "--client", "java", "--jvm-options", options, "http://a.corp/"];
      const { code, stdout } = await runCli(words, { JAVA_TOOL_OPTIONS: `-Dhttp.proxyHost=h ${options}` });
      expect(code).toBe(0);
      expect(stdout).not.toContain("hunt3r");
    },
  );

  test("shows no password, neither of a setting nor of a URL", async () => {
    const url = "http://me:s3cret@a.corp/";
    const variables = { http_proxy: "http://alice:hunt3r@10.0.0.33:3128" };
    for (const words of [
      ["route", url],
      ["route", "--json", url],
    ]) {
      const { code, stdout } = await runCli(words, variables);
      expect(code).toBe(0);
      expect(stdout).toContain("10.0.0.33:3128");
      expect(stdout).not.toMatch(/s3cret|hunt3r/);
    }
  });

  test.each<[string, readonly string[], string]>([
    ['route: "example.com" is not an http: or https: URL', ["example.com"], ""],
    ['"http://" is not an http: or https: URL', ["http://"], ""],
    ['"ftp://a.corp/" is not an http: or https: URL', ["ftp://a.corp/"], ""],
    ['"http://a.corp/ b" is not an http: or https: URL', ["http://a.corp/ b"], ""],
    ['--client: "old" is not a version', ["--client", "curl@old", "http://a.corp/"], ""],
    ["--client: names no client", ["--client", ",", "http://a.corp/"], ""],
    ["missing required argument 'url'", [], ""],
    ['--client: "carrier-pigeon" is not one of curl', ["--client", "carrier-pigeon", "http://a.corp/"], ""],
    ['standard input, line 2: "nonsense"', ["-"], "http://a.corp/\nnonsense\n"],
    ["standard input names no URL", ["-"], "\n# nothing\n"],
    ["--env-file: cannot read", ["--env-file", "/nowhere/at/all", "http://a.corp/"], ""],
  ])("%s", async (complaint, words, input) => {
    const { code, stdout, stderr } = await runCli(["route", ...words], {}, (child) =>
      child.stdin?.end(input),
    );
    expect(stderr).toContain(complaint);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
