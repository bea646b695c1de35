import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const LOGIN = "/etc/environment";

async function found(text: string): Promise<readonly string[]> {
  return (await malformedIn(text)).flatMap(({ subject }) => subject.setting ?? "");
}

function judgedWith(text: string) {
  return judged({
    machine: fakeMachine({ [LOGIN]: text }),
    flags: { role: "services", services: "10.0.1.238", ghe: "ghe.example.com" },
  });
}

async function malformedIn(text: string): Promise<readonly Finding[]> {
  const { judgement } = await judgedWith(text);
  return judgement.findings.filter(({ code }) => code === "proxy-url-malformed");
}

describe("a value that can be no proxy", () => {
  test.each(["http:/10.0.0.33:3128", "http//10.0.0.33:3128", "http://10.0.0.33:99999"])(
    "is found where nothing that is judged goes by it: %s",
    async (value) => {
      const list = "169.254.169.254,127.0.0.1,localhost,172.17.0.1,10.0.1.238";
      expect(await found(`HTTP_PROXY="${value}"\nNO_PROXY="${list}"\n`)).toEqual([`HTTP_PROXY (${LOGIN}:1)`]);
    },
  );

  test("is found once, where traffic that is judged goes by it too", async () => {
    expect(await found('HTTPS_PROXY="http:/10.0.0.33:3128"\n')).toEqual([`HTTPS_PROXY (${LOGIN}:1)`]);
  });

  test("names what is called in vain by it, and nothing where nothing is", async () => {
    const callsOf = async (text: string) =>
      (await malformedIn(text)).map(({ args }) => "calls" in args && args.calls);
    const list = "169.254.169.254,127.0.0.1,localhost,172.17.0.1,10.0.1.238";
    expect(await callsOf(`HTTP_PROXY="http:/10.0.0.33:3128"\nNO_PROXY="${list}"\n`)).toEqual([false]);
    expect(await callsOf('HTTPS_PROXY="http:/10.0.0.33:3128"\n')).toEqual([
      expect.arrayContaining(["s3/regional", "ec2-api/ec2"]),
    ]);
  });

  test("is left to a more exact code, which names what is called in vain, and nothing where all can use it", async () => {
    const costOf = async (text: string) => {
      const { judgement } = await judgedWith(text);
      return judgement.findings.flatMap(({ code, args }) =>
        code === "proxy-scheme-missing" ? [args.inVain] : [],
      );
    };
    expect(await costOf('http_proxy="10.0.0.33:3128"\n')).toEqual([
      { components: ["apt"], targets: expect.arrayContaining(["package-mirrors/ubuntu"]) },
    ]);
    expect(await costOf('HTTPS_PROXY="10.0.0.33:3128"\n')).toEqual([undefined]);
  });

  test("is none that says there is to be no proxy, or of which another code speaks", async () => {
    expect(await found('HTTP_PROXY=""\n')).toEqual([]);
    expect(await found('HTTP_PROXY="none"\n')).toEqual([]);
    expect(await found('HTTP_PROXY="10.0.0.33:3128"\n')).toEqual([]);
  });
});
