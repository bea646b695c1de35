import { expect, test } from "vitest";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

async function readersOf(list: string) {
  const { judgement } = await judged({
    machine: fakeMachine({ "/etc/environment": `no_proxy="${list}"\n` }),
    flags: { role: "services" },
  });
  return judgement.findings.flatMap((each) =>
    each.code === "no-proxy-spaces" ? [...each.args.readers] : [],
  );
}

test.each<[string, readonly string[]]>([
  ["localhost, 10.0.1.238", ["apt"]],
  ["10.0.1.238 ,ghe.example.com", ["wget", "apt"]],
  ["localhost, .example.com", ["apt"]],
  ["10.0.1.238 ghe.example.com", ["wget", "apt", "botocore", "go"]],
  [" localhost,10.0.1.238 ", []],
  ["localhost,10.0.1.238", []],
  ["localhost, <services-ip>", []],
])("%j: %j lose entries", async (list, readers) => {
  expect(await readersOf(list)).toEqual(readers);
});

test("takes no more than linear time", async () => {
  const started = performance.now();
  await readersOf("10.0.1.238, ".repeat(20_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
