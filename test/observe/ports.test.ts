import { expect, test } from "vitest";
import { portsIn } from "../../src/observe/ports.ts";

test("every number that may be a port is listened on", () => {
  expect(portsIn(["http://a.corp:8443/", "10.0.0.33:3128", "99999", "0", "53"])).toEqual([
    80, 443, 1080, 3128, 8080, 8443, 10, 33, 34_463, 53,
  ]);
});
