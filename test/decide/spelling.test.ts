import { expect, test } from "vitest";
import { isHiddenByEmpty, readsLowerCaseOnly } from "../../src/decide/spelling.ts";
import { CLIENT_NAMES } from "../../src/model/client.ts";

test.each([
  ["HTTP_PROXY", ["curl", "wget", "apt", "git"]],
  ["HTTPS_PROXY", ["wget", "apt"]],
  ["NO_PROXY", ["wget", "apt"]],
])("%s is read in lower case only by %j", (name, clients) => {
  const found = CLIENT_NAMES.filter((client) => readsLowerCaseOnly(client, name));
  expect(found.filter((client) => !client.startsWith("node"))).toEqual(clients);
});

test.each(["HTTPS_PROXY", "NO_PROXY"])(
  "an empty twin hides %s from Python, and not from curl and Go",
  (name) => {
    expect(isHiddenByEmpty("botocore", name)).toBe(true);
    expect(isHiddenByEmpty("curl", name)).toBe(false);
    expect(isHiddenByEmpty("go", name)).toBe(false);
  },
);
