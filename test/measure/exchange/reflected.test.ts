import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyWithout, headersWithout } from "../../../src/measure/exchange/reflected.ts";
import { ask, phaseOf } from "../../rig/measuring.ts";
import { startPeer } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";

const TOKEN = "AQAEA/token+of-this-test==";
const SPELLINGS = [TOKEN, encodeURIComponent(TOKEN), Buffer.from(TOKEN).toString("base64")];

/** Answers with everything that it was asked with, in a header that is kept and in the body. */
function mirror(headers: readonly string[]) {
  return startPeer((socket) =>
    socket.on("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      if (text.startsWith("PUT ")) socket.write(talk.answer("200 OK", [], TOKEN));
      else {
        const told = [...headers, `Via: ${text.replace(/\r\n/g, " ")} ${SPELLINGS.join(" ")}`];
        socket.write(
          talk.answer("407 Proxy Authentication Required", told, `${text} ${SPELLINGS.join(" ")}`),
        );
      }
    }),
  );
}

describe("a secret that comes back in an answer is not kept:", () => {
  test("a token", async () => {
    const port = await mirror([]);
    const url = `http://metadata.test:${port}/doc`;
    const observation = await ask({ url, exchange: { kind: "instance-identity" } });
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { token: "granted" } });
    const text = JSON.stringify(observation);
    expect(text).toContain("x-aws-ec2-metadata-token: ***");
    for (const spelling of SPELLINGS) expect(text).not.toContain(spelling.replace(/=+$/, ""));
  });

  test.each(["http", "https"])("a login to a proxy, of an %s URL", async (scheme) => {
    const login = "ann:hunter2-hunter2";
    const port = await mirror(['Proxy-Authenticate: Basic realm="a"']);
    const proxy = `http://${login}@127.0.0.1:${port}`;
    const text = JSON.stringify(await ask({ url: `${scheme}://target.test/`, proxy }));
    expect(text).toMatch(/proxy-authorization: \*\*\*/i);
    expect(text).not.toContain(Buffer.from(login).toString("base64"));
    expect(text).not.toContain("hunter2");
  });

  test("and one that is a letter long leaves dates as they are", async () => {
    const date = "Sat, 02 Feb 2019 12:00:00 GMT";
    const port = await startPeer(talk.says(talk.answer("200 OK", [`Date: ${date}`], "a:b")));
    const observation = await ask({ url: "http://target.test/", proxy: `http://:@127.0.0.1:${port}` });
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { headers: { date } } });
  });
});

const sentBy = (login: string) => ({
  "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}`,
});

const said = (text: string, login: string) => {
  const sent = sentBy(login);
  const { via } = headersWithout({ via: text }, sent);
  const body = bodyWithout(Buffer.from(text), sent).toString();
  expect(via).toBe(body);
  return body;
};

const each = (text: string, write: (character: string) => string) => [...text].map(write).join("");
const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const hexOf = (character: string) => codeOf(character).toString(16);
const bytesOf = (text: string) => Buffer.from(text).toString("latin1");

/** Ways in which pages, logs and forms write a text. */
const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => encodeURIComponent(text).replace(/%../g, (escape) => escape.toLowerCase()),
  (text) => new URLSearchParams({ p: text }).toString().slice(2),
  (text) => each(bytesOf(text), (byte) => `%${hexOf(byte).padStart(2, "0")}`),
  (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
  (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  (text) => each(text, (character) => `\\u${hexOf(character).padStart(4, "0")}`),
  (text) => each(bytesOf(text), (byte) => `\\x${hexOf(byte).padStart(2, "0")}`),
  (text) => each(text, (character) => `&#${codeOf(character)};`),
  (text) => each(text, (character) => (/[\w ]/.test(character) ? character : `&#x${hexOf(character)};`)),
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  (text) => Buffer.from(text).toString("hex"),
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(text).toString("base64url"),
  (text) => encodeURIComponent(Buffer.from(text).toString("base64")),
  (text) => Buffer.from(`any ${text} else`).toString("base64"),
];

describe("of a login that comes back, nothing secret is left:", () => {
  test.each([
    ["ERR Hunter2Secret", "ERR ***"],
    ["user alice with Hunter2Secret refused", "user alice with *** refused"],
    ["?u=alice&p=Hunter2Secret", "?u=alice&p=***"],
    ["[alice:Hunter2Secret] [alice%3aHunter2Secret]", "[***] [***]"],
    ["SHVudGVyMlNlY3JldA== or 48756E74657232536563726574.", "*** or ***."],
    ["cut off: Hunter2Sec", "cut off: ***"],
    ["Hunter sees no Secret, nor does alice", "Hunter sees no Secret, nor does alice"],
  ])("%s", (text, shown) => expect(said(text, "alice:Hunter2Secret")).toBe(shown));

  test("however it is written, whole or the password alone", () => {
    const password = fc.stringMatching(/^[A-Za-z0-9&"<'/\\@: %+ö☃]{8,20}$/);
    fc.assert(
      fc.property(password, fc.constantFrom(...WRITINGS), fc.boolean(), (secret, write, whole) => {
        const login = `alice:${secret}`;
        expect(said(`[${write(whole ? login : secret)}]`, login)).toMatch(
          /^\[(?:YW55)?\*{3}(?:[\w+/]{0,8}=*)?\]$/,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["a token without a password", "0123456789abcdef:", "0123456789abcdef is no user", "*** is no user"],
    ["a token with a word for it", "0123456789abcdef:x-oauth-basic", "no 0123456789abcdef", "no ***"],
    ["a short password as a word", "alice:hard", "hard? hardly; aGFyZA==", "***? hardly; ***"],
    ["but not one that any text has", "alice:the", "the other: alice:the", "the other: ***"],
  ])("%s", (_, login, text, shown) => expect(said(text, login)).toBe(shown));

  test("what is made to be hard to read is read in linear time", () => {
    for (const piece of ["%", "%25", "&#x0", "\\", "Hunter2", "aaaa", "SHVu"]) {
      bodyWithout(Buffer.from(piece.repeat(32_768 / piece.length)), sentBy("alice:Hunter2Secret"));
    }
  });
});
