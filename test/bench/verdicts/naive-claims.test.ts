import { describe, expect, test } from "vitest";
import { ANY_ANSWER, asItIs, compared, GOOD_ANSWER, mayMean, withAndWithout } from "./naive-claims.ts";
import type { How, Tried } from "./naive-curl.ts";

const URL_OF_A = "https://a.example.com/x";
const tried = (how: How, exit: number, status = exit === 0 ? 200 : 0, message = ""): Tried => ({
  how,
  url: URL_OF_A,
  exit,
  status,
  message,
});
/** Ends of curl as it is, past the proxy, and through it. */
const ends = (environment: number, direct: number, proxy: number) => [
  tried("environment", environment),
  tried("direct", direct),
  tried("proxy", proxy),
];

describe("who tries curl", () => {
  test.each([
    ["that works in any way", ends(0, 0, 0), false, false, false],
    ["that works as it should", ends(0, 7, 0), false, false, false],
    ["that works the other way alone", ends(7, 7, 0), true, false, true],
    ["that works in no way", ends(7, 7, 28), true, true, true],
  ])("of a URL %s", (_, all, first, second, third) => {
    const claims = [asItIs, withAndWithout, compared].map((naive) => naive(all, ANY_ANSWER));
    expect(claims.map(({ alarms }) => alarms)).toEqual([first, second, third]);
    expect(claims.map(({ blames }) => [...blames])).toEqual(
      [first, second, third].map((isBlamed) => (isBlamed ? ["https://a.example.com"] : [])),
    );
  });

  test("knows which way is wrong where the other works", () => {
    const causes = [ends(7, 7, 0), ends(7, 0, 7)].map((all) => compared(all, ANY_ANSWER).causes);
    expect(causes).toEqual([[new Set(["misrouted-direct"])], [new Set(["misrouted-to-proxy"])]]);
  });

  test("may take a refusal for an answer, or not", () => {
    const refused = [tried("environment", 0, 401)];
    expect([ANY_ANSWER, GOOD_ANSWER].map((reading) => asItIs(refused, reading).alarms)).toEqual([
      false,
      true,
    ]);
  });
});

describe("what curl says may mean", () => {
  test.each([
    [tried("environment", 56, 0, "curl: (56) CONNECT tunnel failed, response 407"), "proxy-auth-required"],
    [
      tried("environment", 56, 0, "curl: (56) Received HTTP code 403 from proxy after CONNECT"),
      "proxy-denies-target",
    ],
    [tried("environment", 0, 503), "proxy-cannot-reach-target"],
    [tried("proxy", 60, 0, "curl: (60) SSL certificate problem"), "tls-interception"],
    [tried("environment", 5, 0, "curl: (5) Could not resolve proxy: <proxy-ip"), "placeholder-left-in"],
    [tried("direct", 28, 0, "curl: (28) Connection timed out"), "target-unreachable"],
  ])("%o", (each, code) => {
    expect(mayMean(each)).toContain(code);
  });
});
