import type { FixVerdict } from "../model/fix.ts";

/** What a fix's verdict says: a word, and what it rests on as a clause. */
type VerdictWords = { readonly word: string; readonly meaning: string };

/** Each verdict of a fix, as judging again with its patch gave it. */
export const VERDICTS: Readonly<Record<FixVerdict, VerdictWords>> = {
  verified: {
    word: "verified",
    meaning: "judged again with this change made, the finding is gone and no other appears",
  },
  "no-effect": {
    word: "no effect",
    meaning: "judged again with this change, the finding is still there; do not rely on it",
  },
  "makes-worse": {
    word: "makes it worse",
    meaning:
      "judged again with this change, something else goes wrong, or traffic takes a way that was seen to fail; do not make it as it stands",
  },
  unmeasured: {
    word: "not proved",
    meaning:
      "this change selects a route of which nothing is known; make it after the verified ones, then check again",
  },
  "needs-network-team": {
    word: "for the network team",
    meaning: "no way that was measured serves, so that no setting on this machine helps",
  },
};
