import { describe, expect, test } from "vitest";
import { excerpt } from "../../../src/measure/exchange/excerpt.ts";

const shown = (text: string) => excerpt(Buffer.from(text));

describe("an excerpt of a body hides", () => {
  test.each([
    ["a token in JSON", '{"token":"SECRET","a":1}', '{"token":***,"a":1}'],
    ["one with escapes", '{"access_token" : "SEC\\"RET"}', '{"access_token" : ***}'],
    ["one that is cut off", '{"a":1,"Token":"SECR', '{"a":1,"Token":***'],
    ["one that is no string", '{"password":12345, "b":2}', '{"password":***, "b":2}'],
    ["an AWS credential", '{"SecretAccessKey":"SECRET"}', '{"SecretAccessKey":***}'],
    ["a parameter", "see /x?token=SECRET&y=1", "see /x?token=***&y=1"],
    [
      "a signature",
      '<a href="https://b/?X-Amz-Signature=SECRET">',
      '<a href="https://b/?X-Amz-Signature=***">',
    ],
    [
      "a field of a form",
      '<input name="csrf_token" type="hidden" value="SECRET">',
      '<input name="csrf_token" type="hidden" value=***>',
    ],
    ["an element", "<SessionToken>SECRET</SessionToken>", "<SessionToken>***</SessionToken>"],
    ["a JSON web token", "got eyJhbGciOiJI.eyJzdWIiOiIx.SECRET ok", "got *** ok"],
    ["an access key", "key ASIAABCDEFGHIJKLMNOP.", "key ***."],
    ["a password in a URL", "http://ann:SECRET@host/", "http://ann:***@host/"],
  ])("%s", (_, text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  test("and keeps what proves a target", () => {
    for (const text of [
      "<Code>AccessDenied</Code><RequestId>A1</RequestId>",
      "GitHub lives! (2024-01-01)",
      '{"errors":[{"code":"UNAUTHORIZED"}]}',
    ]) {
      expect(shown(text)).toBe(text);
    }
  });
});

test.each(['"token', "token", "x-", '"a":"\\', "name=token ", "http://", "eyJ", "token="])(
  "takes no long time over 4 KB of %j",
  (text) => {
    const begun = performance.now();
    shown(text.repeat(4096).slice(0, 4096));
    expect(performance.now() - begun).toBeLessThan(5_000);
  },
);
