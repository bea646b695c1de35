import { describe, expect, test } from "vitest";
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
