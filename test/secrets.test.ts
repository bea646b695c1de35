import net from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../src/doctor.ts";
import { lint } from "../src/lint.ts";
import type { Network } from "../src/measure/network.ts";
import type { Report } from "../src/model/report.ts";
import { fakeMachine } from "./discover/fake-machine.ts";
import { RENDERERS } from "./rig/faces.ts";
import { startPeer } from "./rig/peer.ts";
import * as talk from "./rig/talks.ts";

/** A network in which there is no name, and whose sockets are never asked for. */
const nowhere: Network = {
  lookup: async (host) => {
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
  },
  connect: () => {
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  },
  stores: [],
  close: () => undefined,
};

/** Every part of a secret begins with what no other text here does. */
const token = fc.stringMatching(/^Zq[a-zA-Z0-9]{2,6}$/);

/** The beginning of every secret, as it is and in base64. */
const SPELLED = /Zq|Wn[E-H]/;

/** Where a grammar may cut a value, an `@` behind the cut is not seen, and one before it would pass for the last. */
const SEPARATORS = ["@:/?%!$&,", "#;&\"' \t:/%", "\u001b[\u202e\u0007", "|\n \\"];
const secrets = fc
  .constantFrom(...SEPARATORS)
  .chain((separators) =>
    fc
      .array(fc.tuple(token, fc.constantFrom(...separators, "")), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat().join("")),
  );
const spelled = fc.tuple(
  secrets,
  fc.constantFrom((text: string) => text, encodeURIComponent),
);

function proxyFiles(proxy: string): Readonly<Record<string, string>> {
  return {
    "/etc/environment": `https_proxy="${proxy}"\nhttp_proxy=${proxy}\n`,
    "/etc/circle-installation-customizations": `export A=${proxy}\nexport https_proxy="${proxy}"\nexport HTTP_PROXY='${proxy}'\nexport ALL_PROXY=${proxy}\n`,
    "/etc/replicated.conf": JSON.stringify({ HttpProxy: proxy, LicenseKey: proxy }),
    "/etc/default/replicated": `REPLICATED_OPTS="-e HTTPS_PROXY=${proxy} -e HTTP_PROXY=http://p:1 -e KEY=${proxy}"\n`,
    "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTPS_PROXY=${proxy}" KEY=${proxy}\nEnvironment=HTTP_PROXY=${proxy}\n`,
  };
}

function optionFiles(secret: string): Readonly<Record<string, string>> {
  const options = `-Dhttps.proxyHost=http//u:${secret}@10.0.0.33 -Dhttps.proxyPort=3128 -Dhttps.proxyPass=${secret}`;
  return {
    "/etc/circle-installation-customizations": `export CIRCLE_SECRET_PASSPHRASE=${secret}\nexport JVM_OPTS="${options}"\nexport AWS_SECRET_ACCESS_KEY='${secret}'\n`,
    "/etc/environment": `JVM_OPTS='${options}'\nJAVA_TOOL_OPTIONS=${options}\n_JAVA_OPTIONS="-Dhttps.proxyPass ${secret}"\nJDK_JAVA_OPTIONS="-D proxyPass=${secret}"\n`,
  };
}

/** What quotes within quotes bring into a setting's value from behind it: assignments, with or without docker's option. */
const STRAYS = [
  " -e KEY=SECRET",
  '" -e KEY=SECRET -e OTHER=SECRET',
  '" -e KEY="SECRET" --env OTHER=SECRET',
  "' -eKEY='SECRET SECRET'",
  " KEY=SECRET,OTHER=SECRET",
  ",KEY=SECRET== OTHER=SECRET",
  " --env=KEY=http://u:SECRET -e NO_PROXY=b -e KEY=SECRET",
  ' --password "SECRET" -e NO_PROXY=b,KEY=SECRET',
];
const strays = fc
  .tuple(fc.constantFrom(...STRAYS), secrets)
  // What ends a line, or joins two, makes other names of what stands there.
  .map(([text, secret]) => text.replaceAll("SECRET", secret.replace(/[\n\\]/g, "-")));

/** Behind a comma, what stands before an `@` is a password of the proxy's, and no other word. */
const proxyWith = (stray: string) => `http://10.0.0.33:3128${stray.replace(/^,/, " ")}`;

/** The settings of every grammar, with the same behind each value. */
function strayFiles(stray: string): Readonly<Record<string, string>> {
  const proxy = proxyWith(stray);
  const list = `localhost,10.0.1.238${stray}`;
  const assignments = `HTTP_PROXY=${proxy}\nNO_PROXY="${list}"\nno_proxy="${list}\nhttps_proxy='${proxy}'\n`;
  return {
    "/etc/environment": assignments,
    "/etc/circle-installation-customizations": `${assignments}export JVM_OPTS="-Dhttp.proxyHost=10.0.0.33 -Dhttp.nonProxyHosts=localhost${stray}"\n`,
    "/etc/replicated.conf": JSON.stringify({ HttpProxy: proxy, NoProxy: list }),
    "/etc/default/replicated": `REPLICATED_OPTS="-e HTTP_PROXY="${proxy}" -e NO_PROXY="${list}"\n`,
    "/etc/default/replicated-operator": `REPLICATED_OPERATOR_OPTS='-e NO_PROXY=${list}'\n`,
    "/etc/systemd/system/docker.service.d/proxy.conf": `[Service]\nEnvironment="HTTPS_PROXY=${proxy}"\nEnvironment="NO_PROXY=${list}\nEnvironment=NO_PROXY=${list}\n`,
    "/root/.docker/config.json": JSON.stringify({
      proxies: { default: { httpProxy: proxy, noProxy: list } },
    }),
    "/etc/docker/daemon.json": JSON.stringify({ proxies: { "http-proxy": proxy, "no-proxy": list } }),
    "/etc/apt/apt.conf": `Acquire::http::Proxy "${proxy}";\n`,
    "/etc/wgetrc": `http_proxy = ${proxy}\nno_proxy = ${list}\n`,
    "/root/.curlrc": `proxy = "${proxy}"\nnoproxy = "${list}\n`,
    "/root/.gitconfig": `[http]\n\tproxy = "${proxy}"\n`,
    "/etc/sudoers": `Defaults env_keep += "http_proxy${stray}"\n`,
  };
}

async function reportOn(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
  network = nowhere,
) {
  return check({
    machine: { ...fakeMachine(files), environment },
    network,
    flags: { role: "services", services: "10.0.1.238", ghe: "ghe.example.com", bucket: "my-bucket" },
    proxies: [],
    only: [],
    skip: [],
    measuring: { attemptMs: 1000 },
    signal: new AbortController().signal,
    clock: () => new Date(0),
    version: "0",
  });
}

let turn = 0;

function expectNothingIn(report: Report): void {
  const face = { width: 100, colour: false, detail: "full" } as const;
  const faces = Object.entries(RENDERERS);
  // JSON holds all that there is; what the others make of it takes longer, and is looked at by turns.
  const byTurns = faces[turn++ % faces.length] ?? ["json", RENDERERS.json];
  for (const [name, render] of [["json", RENDERERS.json] as const, byTurns]) {
    const text = render(report, face);
    expect(
      text.split("\n").filter((line) => SPELLED.test(line)),
      name,
    ).toEqual([]);
    expect(/(?![\n\t])[\p{Cc}\p{Cf}]/u.test(text), name).toBe(false);
  }
}

describe("no secret is shown, in any format, whatever it is made of and wherever it stands:", () => {
  test("a proxy's password", async () => {
    const schemes = fc.constantFrom("http://", "https://", "socks5://", "htp//", "//", "http%3A%2F%2F", "");
    await fc.assert(
      fc.asyncProperty(
        spelled,
        schemes,
        fc.constantFrom("usr", ""),
        async ([secret, spell], scheme, user) => {
          const proxy = `${scheme}${user}:${spell(secret)}@10.0.0.33:3128`;
          expectNothingIn(await reportOn(proxyFiles(proxy), { https_proxy: proxy, HttpProxy: proxy }));
        },
      ),
      { numRuns: 30 },
    );
  }, 240_000);

  test("what quotes within quotes, or none, bring into a list or behind a proxy", async () => {
    await fc.assert(
      fc.asyncProperty(strays, async (stray) => {
        const no_proxy = `localhost${stray}`;
        expectNothingIn(await reportOn(strayFiles(stray), { no_proxy, https_proxy: proxyWith(stray) }));
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("an option for a JVM, and what stands beside a setting that is mended", async () => {
    await fc.assert(
      fc.asyncProperty(spelled, async ([secret, spell]) => {
        const files = optionFiles(spell(secret));
        expectNothingIn(await reportOn(files, { JVM_OPTS: `-Dpwd="${secret}" -Dkey=${secret}` }));
      }),
      { numRuns: 30 },
    );
  }, 240_000);
});

describe("secrets are told apart by their numbers, and by nothing else:", () => {
  const markersIn = (text = "") => [...new Set(text.match(/\*{3}\d*/g))];
  const firsts = (all: readonly unknown[]) => all.map((each) => all.indexOf(each));
  const settingsOf = async (files: Readonly<Record<string, string>>, environment: Record<string, string>) =>
    lint({
      machine: { ...fakeMachine(files), environment },
      flags: { role: "workstation" },
      only: [],
      skip: [],
      clock: () => new Date(0),
      version: "0",
    });

  test("equal ones in files and in the environment are seen to be equal, and no others", async () => {
    const four = fc.tuple(token, token, token, token);
    const some = fc.oneof(
      four,
      four.map(([one, other]) => [one, other, one, other] as const),
    );
    await fc.assert(
      fc.asyncProperty(some, async (secrets) => {
        const [shell, one, other, option] = secrets;
        const report = await settingsOf(
          {
            "/etc/environment": `# https_proxy=http://u:Zqold@h:1\nhttps_proxy="http://u:${one}@10.0.0.33:3128"\n`,
            "/etc/circle-installation-customizations": `P=${other}\nexport http_proxy=http://v:$P@10.0.0.34:3128\nexport JVM_OPTS='-Dhttps.proxyPassword="${option}"'\n`,
          },
          { all_proxy: `http://w:${shell}@10.0.0.35:3128` },
        );
        const values = [...new Map(report.settings.map(({ name, value }) => [name, value])).values()];
        const markers = values.map(markersIn);
        expect(firsts(markers.map(String))).toEqual(firsts(secrets));
        expect(markers[0]).toEqual(["***1"]);
        for (const { source, credentials, value, name } of report.settings) {
          const [marker] = markersIn(value);
          if (name !== "JVM_OPTS") expect(`${credentials}`).toBe(marker);
          const file = report.files.find(({ path }) => source.kind === "file" && source.path === path);
          if (file !== undefined) expect(file.text).toContain(marker);
        }
        expectNothingIn(report);
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("a run begins to count anew", async () => {
    const environment = { https_proxy: "http://u:Zq1@10.0.0.33:3128", no_proxy: "a" };
    const one = await settingsOf({}, environment);
    const other = await settingsOf({}, environment);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(one.settings[0]?.value).toBe("http://u:***1@10.0.0.33:3128");
  });
});

/** What a proxy or a page in its place may say that nobody is to see again; each `SECRET` is one. */
const SAID = [
  "Authorization: Basic SECRET64",
  "Proxy-Authorization: Bearer SECRET",
  "Cookie: a=SECRET; b=SECRET%",
  '{"access_token": "SECRET", "password": "SECRET", "AccessKeyId": "SECRET"}',
  '<input type="hidden" name="csrf_token" value="SECRET">',
  "<SessionToken>SECRET</SessionToken>",
  "http://ann:SECRET@10.0.0.1/ https://b/?X-Amz-Signature=SECRET&X-Amz-Credential=SECRET%&sig=SECRET64",
  "AWSAccessKeyId=SECRET&Signature=SECRET%",
  "-----BEGIN PRIVATE KEY-----\nSECRET64\n-----END PRIVATE KEY-----",
  "aws_secret_access_key = SECRET64",
];

const filled = (text: string, secret: string) =>
  text
    .replaceAll("SECRET64", Buffer.from(secret).toString("base64"))
    .replaceAll("SECRET%", encodeURIComponent(secret))
    .replaceAll("SECRET", secret.replace(/[^\w]/g, "-"));

test("what a proxy says in a header, a page or an error is shown without the secrets in it", async () => {
  const answers = fc.sample(fc.tuple(fc.shuffledSubarray(SAID, { minLength: 1 }), token), 200);
  let asked = 0;
  const port = await startPeer((socket) =>
    socket.on("data", () => {
      const [said, secret] = answers[asked++ % answers.length] ?? [SAID, "Zqab"];
      const lines = said.map((line) => filled(line, secret));
      const headers = [
        "Content-Type: text/html",
        `Location: http://ann:${secret}@login.test/?token=${secret}`,
        `Set-Cookie: id=${secret}`,
        ...lines.filter((line) => !line.includes("\n")).map((line) => `Via: ${line}`),
      ];
      const status = asked % 3 === 0 ? "302 Found" : asked % 3 === 1 ? "403 Forbidden" : "200 OK";
      socket.write(
        asked % 7 === 0
          ? `HTTP/1.1 999 ${lines[0]}\r\nbad header`
          : talk.answer(status, headers, lines.join("\n")),
      );
      if (asked % 7 === 0) socket.end();
    }),
  );
  const network: Network = {
    ...nowhere,
    lookup: async () => [{ address: "203.0.113.1", family: 4 }],
    connect: () => net.connect(port, "127.0.0.1"),
  };
  const files = {
    "/etc/environment": "http_proxy=http://10.0.0.33:3128\nhttps_proxy=http://10.0.0.33:3128\n",
  };
  const report = await reportOn(files, {}, network);
  for (const _ of Object.keys(RENDERERS)) expectNothingIn(report);
  expect(asked).toBeGreaterThan(10);
}, 240_000);
