import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const PROXY = "https_proxy=http://10.0.0.33:3128";

/** What a drop-in gives the Docker daemon of a machine with these settings in `/etc/environment`. */
async function given(...lines: readonly string[]) {
  const { fixes } = await judged({
    machine: fakeMachine({ "/etc/environment": `${lines.join("\n")}\n` }),
    flags: { role: "services" },
  });
  const fix = fixes.find(({ findings }) => findings[0] === "docker-daemon-without-proxy:docker-daemon");
  return fix?.patch.map(({ name, value }) => `${name}=${value}`);
}

const listGiven = async (...lines: readonly string[]) =>
  (await given(PROXY, ...lines))?.find((variable) => variable.startsWith("NO_PROXY="));

test("entries that blanks set apart stay apart", async () => {
  expect(await listGiven('no_proxy="a.example b.example, c.example"')).toMatch(
    /^NO_PROXY=a\.example,b\.example,c\.example\b/,
  );
});

test("the list is the one that the end of the file leaves", async () => {
  expect(await listGiven("no_proxy=a.example", "no_proxy=b.example")).toMatch(/^NO_PROXY=b\.example\b/);
});

test("a port that no setting names is not made up", async () => {
  expect(await given("https_proxy=http://10.0.0.33")).toBeUndefined();
  expect(await given("https_proxy=http://10.0.0.33", "http_proxy=http://10.0.0.33:80")).toContain(
    "HTTPS_PROXY=http://10.0.0.33:80",
  );
});
