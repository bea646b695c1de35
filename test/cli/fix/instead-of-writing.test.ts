import { expect, test } from "vitest";
import { insteadOfWriting } from "../../../src/cli/fix/instead-of-writing.ts";

const RESTARTS = "\nthen   sudo systemctl restart docker\n";
const CHANGE = { path: "/etc/environment", before: "", after: "no_proxy=a\n" };

const told = (asked: { dryRun?: true; write?: true }, changes = [CHANGE], answer = false) =>
  insteadOfWriting({ write: false, dryRun: false, yes: false, ...asked }, changes, RESTARTS, () =>
    Promise.resolve(answer),
  );

test("whoever is still to make the changes is told what to restart then", async () => {
  expect(await told({})).toBe(RESTARTS);
  expect(await told({ write: true, dryRun: true })).toBe(
    `\nNot written: /etc/environment (--dry-run).\n${RESTARTS}`,
  );
});

test("nothing is restarted for what is not written, or was not agreed to", async () => {
  expect(await told({ write: true }, [])).toBe("\nNothing to write.\n");
  expect(await told({ write: true })).toBe("\nNothing was written.\n");
  expect(await told({ write: true }, [CHANGE], true)).toBeUndefined();
});
