import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offersIn, schemesIn } from "../../../src/measure/exchange/challenges.ts";
import { ask, phaseOf } from "../../rig/measuring.ts";
import { startPeer } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";

describe("the schemes of challenges", () => {
  test.each<[readonly string[], readonly string[]]>([
    [['Basic realm="Squid proxy-caching web server"'], ["Basic"]],
    [["NTLM"], ["NTLM"]],
    [
      ["Negotiate", "NTLM", 'Basic realm="example.com"'],
      ["Negotiate", "NTLM", "Basic"],
    ],
    [['Negotiate, NTLM, Basic realm="a"'], ["Negotiate", "NTLM", "Basic"]],
    // RFC 9110, 11.6.1: its own example of two challenges in one field.
    [
      ['Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""'],
      ["Basic", "Newauth"],
    ],
    [['Digest realm="x", qop="auth, auth-int", nonce="a==", opaque=b, Basic realm=y'], ["Digest", "Basic"]],
    [["NTLM TlRMTVNTUAACAAAAAAAAACgAAAABggAA, Negotiate oYG2MIG=="], ["NTLM", "Negotiate"]],
    [['Basic realm="a, NTLM, Negotiate"'], ["Basic"]],
    [['Basic realm="a\\", NTLM"'], ["Basic"]],
    [['Digest realm = "a" , nonce ="b"'], ["Digest"]],
    [["Basic\trealm=a,\tNTLM\t"], ["Basic", "NTLM"]],
    [[", ,Basic realm=a,, NTLM,"], ["Basic", "NTLM"]],
    [["basic realm=a", "BASIC realm=b", "Basic"], ["basic"]],
    [['Basic realm="never closed, NTLM'], ["Basic"]],
    [["X-Own_Scheme~1 abc=="], ["X-Own_Scheme~1"]],
    [["", '"', "=", "\u001b[31mRed"], []],
  ])("of %j are %j", (fields, schemes) => {
    expect(schemesIn(fields)).toEqual(schemes);
  });

  test("are few, short, and of no character that a terminal would obey, whatever is sent", () => {
    const piece = fc.constantFrom(
      "Basic",
      ' realm="',
      '"',
      ",",
      " ",
      "=",
      "\\",
      "\u009b",
      "é",
      "x".repeat(60),
    );
    const field = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const schemes = schemesIn(fields);
        expect(schemes.length).toBeLessThanOrEqual(16);
        for (const scheme of schemes) expect(scheme).toMatch(/^[!-~]{1,40}$/);
      }),
    );
  });

  test("take no time to find in as much as an answer may hold", () => {
    const begun = performance.now();
    for (const part of ['"', 'a"\\', '"\\', "a,", "Basic ", '"a', "=,"]) schemesIn([part.repeat(16_000)]);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test("are none where there is no such field, and an empty list where it names none", () => {
    expect(offersIn({ "www-authenticate": "Basic" })).toEqual({});
    expect(offersIn({ "Proxy-Authenticate": "=" })).toEqual({ offers: [] });
  });
});

describe("what a proxy offers is recorded", () => {
  const fields = [
    `Proxy-Authenticate: Basic realm="${"long, ".repeat(200)}"`,
    "Proxy-Authenticate: Negotiate",
    "Proxy-Authenticate: NTLM",
  ];
  const offers = ["Basic", "Negotiate", "NTLM"];

  test.each([
    ["tunnel", "https"],
    ["response", "http"],
  ] as const)("in the %s phase of an %s URL, whole", async (phase, scheme) => {
    const port = await startPeer(talk.says(talk.answer("407 Proxy Authentication Required", fields)));
    const observation = await ask({ url: `${scheme}://target.test/`, proxy: `http://127.0.0.1:${port}` });
    expect(phaseOf(observation, phase)).toMatchObject({
      failure: { code: "proxy-auth-required" },
      facts: { offers },
    });
  });
});
