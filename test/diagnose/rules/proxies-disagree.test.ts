import { describe, expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const REJECTED = "tunnel/proxy-auth-required";
const LOGIN = "http://joe@10.0.0.33:3128";

/** A login shell and Docker, each with a password of the same user's. */
async function found(shell: string, docker: string) {
  const machine = fakeMachine({
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2",
    "/etc/environment": `https_proxy=http://joe:${shell}@10.0.0.33:3128\n`,
    "/etc/systemd/system/docker.service.d/p.conf": `[Service]\nEnvironment=HTTPS_PROXY=http://joe:${docker}@10.0.0.33:3128\n`,
  });
  const saw = { direct: { "*": "works" }, [LOGIN]: { "*": REJECTED } } as const;
  const { judgement } = await judged({ machine, flags: { role: "services" }, saw });
  const of = (code: string) => judgement.findings.filter((finding) => finding.code === code);
  return { disagreeing: of("proxies-disagree"), rejected: of("proxy-credentials-rejected") };
}

describe("two passwords of one user", () => {
  test("are told apart by their markers", async () => {
    expect((await found("old", "new")).disagreeing).toMatchObject([
      {
        args: {
          proxies: [
            { proxy: "http://joe:***1@10.0.0.33:3128", places: [{ source: "/etc/environment:1" }] },
            { proxy: "http://joe:***2@10.0.0.33:3128", places: [{ name: "HTTPS_PROXY" }] },
          ],
        },
      },
    ]);
    expect((await found("same", "same")).disagreeing).toEqual([]);
  });

  test("are not both blamed for the refusal of the one that was tried", async () => {
    const blamed = async (docker: string) =>
      (await found("old", docker)).rejected.map(({ args }) => "components" in args && args.components);
    expect(await blamed("new")).toEqual([["shell-commands", "aws-commands", "apt"]]);
    expect((await blamed("old"))[0]).toContain("docker-daemon");
  });
});
