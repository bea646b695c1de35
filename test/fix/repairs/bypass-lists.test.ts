import { expect, test } from "vitest";
import { applyPatch } from "../../../src/fix/workspace.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";

const FILE = "/etc/circle-installation-customizations";

async function mended(code: string, text: string, environment = {}) {
  const machine = fakeMachine({ [FILE]: text }, environment);
  const { judgement, workspace, fixes } = await judged({
    machine,
    flags: { role: "services", services: "10.0.1.238", nomadClients: ["10.0.2.15"] },
  });
  const finding = judgement.findings.find((each) => each.code === code);
  const fix = fixes.find(({ findings }) => findings.includes(finding?.id ?? ""));
  const after = (fix?.patch ?? []).reduce(applyPatch, workspace);
  return { fix, text: after.files[0]?.text, typed: fix?.patch.filter(({ file }) => file === "environment") };
}

test("both spellings get each host once, the one that follows the other by itself", async () => {
  const { fix, text } = await mended(
    "bypass-matches-some-clients",
    'export NO_PROXY="10.0.0.0/16,169.254.169.254"\nexport no_proxy="$NO_PROXY"\n',
  );
  expect(fix?.patch.map(({ line, op, value }) => [line, op, value])).toEqual([
    [1, "add-entry", "10.0.1.238"],
    [1, "add-entry", "10.0.2.15"],
  ]);
  expect(text).toBe(
    'export NO_PROXY="10.0.0.0/16,169.254.169.254,10.0.1.238,10.0.2.15"\nexport no_proxy="$NO_PROXY"\n',
  );
  expect(fix?.verdict).toBe("verified");
});

test("nothing is put beside a star that stands alone, which it would turn off", async () => {
  const { fix, text } = await mended(
    "bypass-matches-some-clients",
    'export NO_PROXY="*"\nexport no_proxy="*"\n',
  );
  expect(fix).toBe(undefined);
  expect(text).toBe('export NO_PROXY="*"\nexport no_proxy="*"\n');
});

test("what is typed is typed once", async () => {
  const { typed } = await mended("bypass-matches-some-clients", "", {
    no_proxy: "10.0.0.0/16,169.254.169.254",
  });
  expect(typed?.map(({ name, value }) => [name, value])).toEqual([
    ["no_proxy", "10.0.0.0/16,169.254.169.254,10.0.1.238,10.0.2.15"],
  ]);
});

test("blanks go from both spellings", async () => {
  const { text } = await mended(
    "no-proxy-spaces",
    'export NO_PROXY="10.0.1.238, localhost"\nexport no_proxy="10.0.1.238, localhost"\n',
  );
  expect(text).toBe('export NO_PROXY="10.0.1.238,localhost"\nexport no_proxy="10.0.1.238,localhost"\n');
});

test("an entry that stands there twice is kept once", async () => {
  const { text } = await mended("no-proxy-spaces", "export NO_PROXY='10.0.1.238 localhost,10.0.1.238'\n");
  expect(text).toContain("NO_PROXY='10.0.1.238,localhost'\n");
});

test("a list in which something is masked is not written anew", async () => {
  expect((await mended("no-proxy-spaces", 'export NO_PROXY="http://u:pw@a.example, localhost"\n')).fix).toBe(
    undefined,
  );
});
