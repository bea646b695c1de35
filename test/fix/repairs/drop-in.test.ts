import { expect, test } from "vitest";
import { repair } from "../../../src/fix/repairs/index.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const PROXY = "https_proxy=http://10.0.0.33:3128";

/** What a drop-in gives the Docker daemon of a machine with these settings in `/etc/environment`. */
async function given(...lines: readonly string[]) {
  const { judgement, workspace, circumstances } = await judged({
    machine: fakeMachine({ "/etc/environment": `${lines.join("\n")}\n` }),
    flags: { role: "services" },
  });
  const finding = judgement.findings.find(({ code }) => code === "docker-daemon-without-proxy");
  if (finding === undefined) throw new Error("the daemon is not said to be without a proxy");
  return repair(finding, workspace, circumstances).map(({ name, value }) => `${name}=${value}`);
}

const listGiven = async (...lines: readonly string[]) =>
  (await given(PROXY, ...lines)).find((variable) => variable.startsWith("NO_PROXY="));

test("entries that blanks set apart stay apart", async () => {
  expect(await listGiven('no_proxy="a.example b.example, c.example"')).toBe(
    "NO_PROXY=a.example,b.example,c.example",
  );
});

test("the list is the one that the end of the file leaves", async () => {
  expect(await listGiven("no_proxy=a.example", "no_proxy=b.example")).toBe("NO_PROXY=b.example");
});

test("a port that no setting names is not made up", async () => {
  expect(await given("https_proxy=http://10.0.0.33")).toEqual([]);
  expect(await given("https_proxy=http://10.0.0.33", "http_proxy=http://10.0.0.33:80")).toContain(
    "HTTPS_PROXY=http://10.0.0.33:80",
  );
});

test("words that have come into a list from behind it are no hosts", async () => {
  expect(await listGiven('no_proxy="a.example -e KEY=Zq7x"')).toBe("NO_PROXY=localhost,127.0.0.1");
});
