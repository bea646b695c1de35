import { describe, expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import { easiestLogin } from "../../src/decide/logins.ts";
import { CLIENT_NAMES, type ClientName } from "../../src/model/client.ts";
import type { Component } from "../../src/model/component.ts";

function component(client: ClientName | "none", version?: string): Component {
  const known = version === undefined ? {} : { version };
  return { id: "shell-commands", client, reads: [], needs: [], restart: [], ...known };
}

describe("the login that takes a component the least", () => {
  test.each(CLIENT_NAMES)("is none of %s's for a scheme that nobody knows", (client) => {
    expect(easiestLogin(component(client), ["OAuth"])).toBeUndefined();
  });

  test("is none of what speaks no HTTP", () => {
    expect(easiestLogin(component("none"), ["Basic"])).toBeUndefined();
  });

  test.each([
    ["2.4.6", ["Digest"], undefined],
    ["2.4.6", ["Digest", "Basic"], { scheme: "Basic", needs: [] }],
    ["2.4.7", ["Digest", "Basic"], { scheme: "Digest", needs: [] }],
    // No ticket is needed where another scheme can be named.
    ["2.4.7", ["Negotiate", "Basic"], { scheme: "Negotiate", needs: ["kerberos-ticket"] }],
    ["2.39.5", ["negotiate"], { scheme: "Negotiate", needs: ["kerberos-ticket"] }],
  ] as const)("of git %s, offered %s", (version, offered, login) => {
    expect(easiestLogin(component("git", version), offered)).toEqual(login);
  });

  test("is chosen from all that a client can give", () => {
    const logins = CLIENTS.git.logins(["Negotiate", "Basic"], "2.39.5");
    expect(logins.map(({ scheme, needs }) => [scheme, ...needs])).toEqual([
      ["Negotiate", "kerberos-ticket"],
      ["Basic", "git-proxy-auth-method"],
    ]);
    expect(easiestLogin(component("curl"), ["NTLM", "BASIC"])).toEqual({ scheme: "Basic", needs: [] });
  });
});
