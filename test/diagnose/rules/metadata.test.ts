import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const TARGET = "ec2-metadata/identity";
const PROXY = "http://10.0.0.33:3128";
const OURS = "i-0aaaaaaaaaaaaaaaa 10.0.1.238";

type Shown = { readonly direct: string; readonly proxy?: string; readonly noProxy?: string };

/** Findings about metadata on a Services machine at 10.0.1.238, whose shell has this proxy. */
async function findings(
  { direct, proxy = "response/proxy-denied", noProxy = "169.254.169.254" }: Shown,
  addresses: readonly string[] = ["10.0.1.238"],
): Promise<readonly Finding[]> {
  const environment = `http_proxy=${PROXY}\nno_proxy=${noProxy}\n`;
  const { judgement } = await judged({
    machine: { ...fakeMachine({ "/etc/environment": environment }), addresses },
    flags: { role: "services", services: "10.0.1.240" },
    saw: { direct: { [TARGET]: direct }, [PROXY]: { [TARGET]: proxy } },
  });
  return judgement.findings.filter(
    ({ code, subject }) => /metadata|misrouted/.test(code) && subject.target === TARGET,
  );
}

const gist = (found: readonly Finding[]) => found.map(({ id, severity }) => `${severity} ${id}`);

describe("metadata that comes direct", () => {
  const other = "i-0bbbbbbbbbbbbbbbb 10.0.9.9";

  test("of another address is a remark, and an error only where a proxy passed it on", async () => {
    const id = `metadata-of-another-machine:${TARGET}@direct`;
    expect(gist(await findings({ direct: other }))).toEqual([`info ${id}`]);
    expect(gist(await findings({ direct: `${other}, token granted, via a proxy` }))).toEqual([`error ${id}`]);
  });

  test.each([
    ["one of several interfaces'", OURS, ["172.17.0.1", "10.0.1.238", "fe80::1"]],
    ["one that nobody can compare", other, []],
    ["one that is compared with IPv6 addresses alone", other, ["fe80::1"]],
  ])("of %s address is none of a finding", async (_, direct, addresses) => {
    expect(await findings({ direct }, addresses)).toEqual([]);
  });
});

describe("a token", () => {
  test("that is left unanswered direct is a finding of its own, whoever goes through a proxy besides", async () => {
    const found = await findings({ direct: `${OURS}, token silent`, proxy: OURS, noProxy: "localhost" });
    expect(gist(found)).toEqual([
      `error misrouted-to-proxy:${TARGET}`,
      `warning metadata-token-refused:${TARGET}@direct`,
    ]);
    expect(found[1]?.causedBy).toEqual([]);
  });

  test("that a proxy keeps from those who go through it follows from that", async () => {
    const proxy = `${OURS}, token refused 403`;
    const found = await findings({ direct: `${OURS}, token granted`, proxy, noProxy: "localhost" });
    expect(gist(found)).toEqual([
      `error misrouted-to-proxy:${TARGET}`,
      `warning metadata-token-refused:${TARGET}@${PROXY}`,
    ]);
    expect(found[1]?.causedBy).toEqual([found[0]?.id]);
    expect(found[1]?.args).toMatchObject({ token: "refused", status: 403, without: 200 });
  });

  test("without which nothing comes costs awscli all that it signs", async () => {
    const costOf = async (proxy: string) =>
      (await findings({ direct: `${OURS}, token granted`, proxy, noProxy: "localhost" })).flatMap(
        ({ args }) => ("inVain" in args ? [args.inVain] : []),
      );
    expect(await costOf("status 401, token refused 403")).toEqual([
      {
        components: ["aws-commands"],
        targets: ["s3/regional", "s3/global", "ec2-api/ec2", "ec2-api/sts", "ec2-api/sqs"],
      },
    ]);
    expect(await costOf(`${OURS}, token refused 403`)).toEqual([]);
  });

  test("matters to nobody on a way that nobody takes, nor where nothing is answered at all", async () => {
    const proxy = `${OURS}, token refused 403`;
    expect(await findings({ direct: `${OURS}, token granted`, proxy })).toEqual([]);
    const silent = await findings({ direct: "response/timed-out" });
    expect(silent.filter(({ code }) => code === "metadata-token-refused")).toEqual([]);
  });
});
