import { describe, expect, test } from "vitest";
import { expectShown } from "../../proxies/asking.ts";
import { CASES } from "../../proxies/cases.ts";
import { recordedAnswer } from "../../proxies/recorded.ts";
import { startPeer } from "../../rig/peer.ts";
import { saysLast } from "../../rig/talks.ts";

/** The ports of a recording are long gone; what is asked for does not matter to one who says the same to all. */
const BEHIND = { closed: 1001, dead: 1002, origin: 1003 };

describe("what real programs answered is taken for what it is", () => {
  test.each(CASES.filter(({ within }) => within === undefined))("$of: $name", async (asked) => {
    const answer = recordedAnswer(asked);
    expect(answer, "RECORD_ANSWERS=1 npx vitest run test/proxies").toBeDefined();
    const port = await startPeer(saysLast(answer ?? ""));
    await expectShown(asked, BEHIND, port);
  });
});
