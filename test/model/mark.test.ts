import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskValue } from "../../src/formats/mask-value.ts";
import { settingOf } from "../../src/formats/setting-of.ts";
import { numbering } from "../../src/model/mark.ts";
import { maskCredentials, maskJvmOptions, maskListValue, maskProxyValue } from "../../src/model/redact.ts";

const maskedAgain = [maskCredentials, maskJvmOptions, maskProxyValue] as const;

describe("secrets are numbered as they first appear, equal ones alike:", () => {
  test.each([
    [
      "http_proxy",
      ["http://u:a@h:1", "http://u:b@h:1", "v:a@h"],
      ["http://u:***1@h:1", "http://u:***2@h:1", "v:***1@h"],
    ],
    ["http_proxy", ["http://u:a@b:c@h", "http://u:a@h"], ["http://u:***1@***1:***1@h", "http://u:***2@h"]],
    [
      "http_proxy",
      ["http://0123456789abcdef@h", "http://0123456789abcdef:x-oauth-basic@h"],
      ["http://***1@h", "http://***1:***1@h"],
    ],
    ["http_proxy", ["http://u:@h", "http://u:a@h"], ["http://u:@h", "http://u:***1@h"]],
    ["http_proxy", ["http://u:***2@h", "http://u:a@h"], ["http://u:***1@h", "http://u:***2@h"]],
    ["http_proxy", ["http://h:1/a/b", "http://h:1/a"], ["http://h:1/***1/***1", "http://h:1/***2"]],
    [
      "JVM_OPTS",
      ["-Da=\"x y\" -Db=x -Dc='x y' -Dd=x"],
      ["-Da=\"***1 ***1\" -Db=***2 -Dc='***1 ***1' -Dd=***2"],
    ],
    [
      "JVM_OPTS",
      ["-Dhttps.proxyPassword=a", "-Dhttp.proxyHost=http://me:a@h"],
      ["-Dhttps.proxyPassword=***1", "-Dhttp.proxyHost=http://me:***1@h"],
    ],
    ["no_proxy", ["x,u:a@h", "x,u:a b:c@h"], ["x,u:***1@h", "x,u:***1 b:***2@h"]],
  ])("%s %j", (name, values, masked) => {
    const mark = numbering();
    expect(values.map((value) => maskValue(name, value, mark))).toEqual(masked);
  });
});

describe("what is masked already keeps its markers, whatever it was made of:", () => {
  test.each([" -http://@", "a=a-http://@"])("%j", (text) => {
    const masked = maskListValue(text, numbering());
    expect(maskListValue(masked)).toBe(masked);
  });

  test.each([
    ["URLs", maskedAgain, ["http://", "%2540"]],
    ["encoded logins", maskedAgain, ["%3A", "%2540"]],
    ["options", maskedAgain, ["-Da=", "-Dhttp.proxyHost="]],
    ["lists", [...maskedAgain, maskListValue], ["http://", "%2540"]],
  ] as const)("%s", (_, maskings, signs) => {
    const piece = fc.constantFrom(..."ab1*@:/#%?[]\\\"' =-$", " ", "***1", "é", ...signs);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(...maskings), (pieces, masking) => {
        const masked = masking(pieces.join(""), numbering());
        expect(masking(masked)).toBe(masked);
      }),
      { numRuns: 3000 },
    );
  });
});

test("two logins of one user have one marker if, and only if, their passwords are equal", () => {
  const password = fc.string({ unit: fc.constantFrom(..."abA1$%@:/*"), minLength: 1, maxLength: 3 });
  const letters = password.filter((each) => /[a-zA-Z\d$*]/.test(each));
  fc.assert(
    fc.property(fc.array(letters, { minLength: 2, maxLength: 6 }), (passwords) => {
      const mark = numbering();
      const markers = passwords.map((each) => {
        const masked = maskProxyValue(`http://u:${each}@h:1`, mark);
        return new Set(masked.match(/\*{3}\d+/g));
      });
      expect(markers.every(({ size }) => size === 1)).toBe(true);
      const numbers = markers.map((each) => [...each][0]);
      const firsts = (all: readonly unknown[]) => all.map((each) => all.indexOf(each));
      expect(firsts(numbers)).toEqual(firsts(passwords));
    }),
    { numRuns: 1000 },
  );
});

test("a login that is kept apart says the marker that stands for it", () => {
  const { credentials } = settingOf(
    { name: "http_proxy", value: "http://u:a@h", exported: true },
    { kind: "environment" },
    numbering(),
  );
  expect(JSON.stringify({ credentials })).toBe('{"credentials":"***1"}');
  expect(`${credentials}`).toBe("***1");
});
