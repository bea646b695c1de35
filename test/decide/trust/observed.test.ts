import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CLIENT_NAMES, type ClientName } from "../../../src/model/client.ts";
import type { TrustStoreId } from "../../../src/model/trust.ts";
import type { TrustCase } from "../../conformance/trust/cases.ts";
import { namedIn, seenWith } from "../../conformance/trust/named.ts";
import { trustedBy } from "./predicted.ts";

/** Whom the real programs were seen to trust (`test/conformance/trust.test.ts`), so that none is needed here. */
type Recording = {
  readonly version: string;
  readonly stores: readonly TrustStoreId[];
  readonly bundles: readonly TrustStoreId[];
  readonly cases: readonly (readonly [TrustCase, ...TrustStoreId[]])[];
};

const folder = new URL("../../conformance/trust/observed/", import.meta.url);

function recordingOf(client: ClientName): Recording {
  return JSON.parse(readFileSync(new URL(`${client}.json`, folder), "utf8"));
}

describe("whom the real programs were seen to trust", () => {
  test.each(CLIENT_NAMES)("is whom the model of %s says", (client) => {
    const { version, stores, bundles, cases } = recordingOf(client);
    const seen = seenWith(namedIn("/stores"), bundles);
    const wrong = cases.flatMap(([one, ...trusted]) => {
      const predicted = trustedBy(client, one, version, seen, stores);
      const isOne = predicted.some((each) => JSON.stringify(each) === JSON.stringify(trusted));
      return isOne ? [] : [{ ...one, trusted, predicted }];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(10);
  });
});
