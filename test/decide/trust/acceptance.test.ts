import { describe, expect, test } from "vitest";
import { acceptanceOf } from "../../../src/decide/trust/acceptance.ts";
import type { ClientName } from "../../../src/model/client.ts";
import type { GoesBy, Trust, TrustDecision } from "../../../src/model/trust.ts";

const decision = (goesBy: GoesBy, client: ClientName = "curl"): TrustDecision => {
  return { component: "shell-commands", client, because: [], ...goesBy };
};
const of = (goesBy: GoesBy, trust: Trust) => acceptanceOf(decision(goesBy), { trust });

describe("several stores together", () => {
  test("accept what one of them does", () => {
    expect(of({ stores: ["a", "b"] }, { a: "unknown-root", b: "trusted" })).toEqual({ says: "accepts" });
  });

  test("refuse for the fault that is nearest to trust", () => {
    const trust: Trust = { a: "unknown-root", b: "expired", c: "unknown-issuer" };
    expect(of({ stores: ["a", "b", "c"] }, trust)).toEqual({ says: "refuses", why: "expired" });
    expect(of({ stores: ["c", "a"] }, trust)).toEqual({ says: "refuses", why: "unknown-issuer" });
  });

  test("leave open what one says nothing of, unless another accepts", () => {
    expect(of({ stores: ["a", "b"] }, { a: "unknown-root" })).toEqual({
      says: "unknown",
      because: "not-judged",
    });
    expect(of({ stores: ["b", "a"] }, { a: "trusted" })).toEqual({ says: "accepts" });
  });

  test("are none where a setting leads nowhere", () => {
    expect(of({ stores: [] }, { a: "trusted" })).toEqual({ says: "refuses", why: "no-authorities" });
  });
});

describe("one of several stores", () => {
  test("counts where all say the same", () => {
    expect(of({ oneOf: ["a", "b"] }, { a: "trusted", b: "trusted" })).toEqual({ says: "accepts" });
    expect(of({ oneOf: ["a", "b"] }, { a: "unknown-root", b: "unknown-root" })).toEqual({
      says: "refuses",
      why: "unknown-root",
    });
  });

  test("is unknown where they differ", () => {
    expect(of({ oneOf: ["a", "b"] }, { a: "unknown-root", b: "trusted" }).says).toBe("unknown");
  });
});

describe("an authority that is no root", () => {
  const verdict = (client: ClientName, version?: string) => {
    const trust: Trust = { a: "trusted-intermediate" };
    return acceptanceOf(decision({ stores: ["a"] }, client), { trust }, version);
  };

  test.each([
    ["curl", "7.67.0", "refuses"],
    ["curl", "7.68.0", "accepts"],
    ["go", "1.9", "accepts"],
    ["java", "8", "accepts"],
    ["apt", "2.6.1", "accepts"],
    ["python-urllib", "3.12.1", "refuses"],
    ["python-urllib", "3.13.0", "accepts"],
    ["botocore", "aws-cli/1.45 Python/3.11.7 botocore/1.43", "refuses"],
    ["botocore", "aws-cli/2.30 Python/3.13.4 botocore/2.0", "unknown"],
    ["node-undici", "7.30.2", "refuses"],
  ] as const)("%s %s %s", (client, version, says) => {
    expect(verdict(client, version).says).toBe(says);
  });

  test("is refused as one whose issuer is unknown", () => {
    expect(verdict("node-undici")).toEqual({ says: "refuses", why: "unknown-issuer" });
  });
});

describe("whatever the stores say", () => {
  test("a certificate for another name is refused, by what runs in a container too", () => {
    const facts = { trust: { a: "trusted" }, wrongName: true } as const;
    const refused = { says: "refuses", why: "wrong-name" };
    expect(acceptanceOf(decision({ stores: ["a"] }), facts)).toEqual(refused);
    expect(acceptanceOf(decision({ unknown: "in-a-container" }), facts)).toEqual(refused);
    expect(acceptanceOf(decision({ takes: "any-certificate" }), facts)).toEqual({ says: "accepts" });
  });

  test("nobody can tell of a container, nor how weak a key may be", () => {
    const trust: Trust = { a: "weak-key" };
    expect(of({ unknown: "in-a-container" }, trust)).toEqual({ says: "unknown", because: "in-a-container" });
    expect(of({ stores: ["a"] }, trust)).toEqual({ says: "unknown", because: "not-judged" });
  });
});
