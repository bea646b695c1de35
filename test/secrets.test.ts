import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../src/doctor.ts";
import type { Network } from "../src/measure/network.ts";
import type { Report } from "../src/model/report.ts";
import { RENDERERS } from "../src/render/index.ts";
import { fakeMachine } from "./discover/fake-machine.ts";

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
  const options = `-Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128 -Dhttps.proxyPass=${secret}`;
  return {
    "/etc/circle-installation-customizations": `export CIRCLE_SECRET_PASSPHRASE=${secret}\nexport JVM_OPTS="${options}"\nexport AWS_SECRET_ACCESS_KEY='${secret}'\n`,
    "/etc/environment": `JVM_OPTS='${options}'\nJAVA_TOOL_OPTIONS=${options}\n_JAVA_OPTIONS="-Dhttps.proxyPass ${secret}"\nJDK_JAVA_OPTIONS="-D proxyPass=${secret}"\n`,
  };
}

async function reportOn(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
) {
  return check({
    machine: { ...fakeMachine(files), environment },
    network: nowhere,
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

function expectNothingIn(report: Report): void {
  const face = { width: 100, colour: false, detail: "full" } as const;
  const table = RENDERERS.table(report, face);
  const lines = [table, RENDERERS.json(report, face)].flatMap((text) => text.split("\n"));
  expect(lines.filter((line) => line.includes("Zq"))).toEqual([]);
  expect(/(?![\n\t])[\p{Cc}\p{Cf}]/u.test(table)).toBe(false);
}

describe("no secret is shown, in the table or in JSON, whatever it is made of and wherever it stands:", () => {
  test("a proxy's password", async () => {
    const schemes = fc.constantFrom("http://", "https://", "socks5://", "htp//", "");
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
      { numRuns: 100 },
    );
  }, 60_000);

  test("an option for a JVM, and what stands beside a setting that is mended", async () => {
    await fc.assert(
      fc.asyncProperty(spelled, async ([secret, spell]) => {
        const files = optionFiles(spell(secret));
        expectNothingIn(await reportOn(files, { JVM_OPTS: `-Dpwd="${secret}" -Dkey=${secret}` }));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
