import { describe, expect, test } from "vitest";
import { didYouMean, didYouMeanOneOf, notOneOf } from "../../src/cli/did-you-mean.ts";
import { runCli } from "../rig/run-cli.ts";

const CODES = ["misrouted-direct", "misrouted-to-proxy", "no-proxy-spaces", "not-a-proxy", "clock-skew"];

describe("what may have been meant", () => {
  test.each([
    ["clok-skew", "; did you mean clock-skew?"],
    ["lcock-skew", "; did you mean clock-skew?"],
    ["CLOCK-SKEW", "; did you mean clock-skew?"],
    // Cut short.
    ["misroute", "; did you mean misrouted-direct or misrouted-to-proxy?"],
    ["no_proxy", "; did you mean no-proxy-spaces?"],
    // One word of it, in whatever place.
    ["spaces-in-list", "; did you mean no-proxy-spaces?"],
    ["skew", "; did you mean clock-skew?"],
    ["nonsense", ""],
    ["", ""],
    ["-", ""],
  ])("%s", (asked, words) => {
    expect(didYouMean(asked, CODES)).toBe(words);
  });

  test("two letters changed about are one slip, and another short word is another word", () => {
    expect(didYouMean("crul", ["curl", "wget"])).toContain("curl");
    expect(didYouMean("apt", ["git"])).toBe("");
  });

  test("no more than three are named", () => {
    expect(didYouMean("proxy", ["proxy-a", "proxy-b", "proxy-c", "proxy-d"])).toBe(
      "; did you mean proxy-a, proxy-b or proxy-c?",
    );
  });

  test("where none is near, all that there are", () => {
    expect(didYouMeanOneOf("x", ["check", "lint"])).toBe("; there are check, lint");
    expect(notOneOf("x", ["check", "lint"])).toBe('"x" is not one of check, lint');
  });

  test("a word of a megabyte costs nothing", () => {
    expect(didYouMean("misrouted".repeat(100_000), CODES)).toBe("");
  });
});

describe("wherever a person types a name", () => {
  test.each([
    ["check", ["chekc"]],
    ["lint", ["help", "lnt"]],
    ["--role", ["check", "--rol", "x"]],
    ["--no-environment", ["--no-enviroment"]],
    ["services", ["check", "--role", "servces"]],
    ["corporate", ["lint", "--egress", "corprate"]],
    ["json", ["check", "--format", "jsn"]],
    ["curl", ["route", "--client", "crul", "http://x/"]],
    ["systemd", ["generate", "--form", "systemctl"]],
    ["misrouted-metadata", ["check", "--lab", "misruoted-metadata"]],
    ["healthy", ["lab", "healty"]],
    ["ec2-metadata", ["check", "--only", "s3,ec2-metdata"]],
    ["s3/bucket", ["check", "--skip", "s3/bukcet"]],
    ["clock-skew", ["explain", "clok-skew"]],
  ])("%s", async (meant, words) => {
    const { code, stdout, stderr } = await runCli(words);
    expect(stderr).toMatch(/^proxy-doctor: [^\n]*\n$/);
    expect(stderr).toContain(`; did you mean ${meant}?`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
