import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  maskCredentials,
  maskJvmOptions,
  maskListValue,
  maskPaths,
  maskProxyValue,
  scrub,
} from "../../src/model/redact.ts";
import { Secret } from "../../src/model/secret.ts";

describe("maskCredentials", () => {
  test.each([
    ["http://alice:s3cret@10.0.0.33:3128", "http://alice:***@10.0.0.33:3128"],
    ["alice:s3cret@10.0.0.33:3128", "alice:***@10.0.0.33:3128"],
    ["http://token123@10.0.0.33:3128/", "http://***@10.0.0.33:3128/"],
    ["http://alice:p%40ss@proxy:3128", "http://alice:***@proxy:3128"],
    ["http://alice:p@s:s@proxy:3128", "http://alice:***@***:***@proxy:3128"],
    [
      'export HTTPS_PROXY="http://a:b@p:1" # http://c:d@q:2',
      'export HTTPS_PROXY="http://a:***@p:1" # http://c:***@q:2',
    ],
    ["-e HTTP_PROXY=http://a:b@p:1 -e NO_PROXY=x", "-e HTTP_PROXY=http://a:***@p:1 -e NO_PROXY=x"],
    [
      "-Dhttp.proxyUser=bob -Dhttp.proxyPassword=hunter2 -Dx=y",
      "-Dhttp.proxyUser=bob -Dhttp.proxyPassword=*** -Dx=***",
    ],
    [
      '-Dhttps.proxyPassword="Zq7x Zq8x" -Dhttp.proxyPort=3128',
      '-Dhttps.proxyPassword="*** ***" -Dhttp.proxyPort=3128',
    ],
    ["'-Dpassphrase=Zq7x\tZq8x' -Xmx1g", "'-Dpassphrase=***\t***' -Xmx1g"],
    ["-Dhttps.proxyPass= -Dpwd=Zq7x", "-Dhttps.proxyPass= -Dpwd=***"],
    ['-D"credential"=Zq7x -Dhttp.nonProxyHosts=a|b', '-D"credential"=*** -Dhttp.nonProxyHosts=a|b'],
    [
      "-Djava.net.preferIPv4Stack=true -Djdk.http.auth.tunneling.disabledSchemes=Basic",
      "-Djava.net.preferIPv4Stack=true -Djdk.http.auth.tunneling.disabledSchemes=Basic",
    ],
    ["a.example,alice:s3cret@proxy", "a.example,alice:***@proxy"],
    ["htp//alice:s3cret@proxy", "htp//alice:***@proxy"],
    ["?to=http%3A%2F%2Falice%3As3cret%40proxy&x=1", "?to=http%3A%2F%2Falice%3A***%40proxy&x=1"],
    ["-Dhttp.proxyHost=alice:s3cret is a login", "-Dhttp.proxyHost=alice:*** is a login"],
  ])("%s", (text, masked) => expect(maskCredentials(text)).toBe(masked));

  test.each([
    "http://10.0.0.33:3128",
    "10.0.0.33:3128",
    "169.254.169.254,localhost",
    "git@ghe.example.com",
    "[fd00::1]:80",
    "ann%40example.com and https://ghe.example.com/?mail=ann%40example.com",
  ])("%s holds nothing to hide", (text) => expect(maskCredentials(text)).toBe(text));

  test("no password survives, plain or percent-encoded, in any setting", () => {
    const password = fc
      .stringMatching(/^[A-Za-z0-9!$&()*+,;=_~.@:/?#%-]{6,30}$/)
      .filter((each) => /[A-Za-z0-9]{6}/.test(each));
    fc.assert(
      fc.property(password, fc.constantFrom("http://", "https://", "socks5://"), (secret, scheme) => {
        const runs = secret.match(/[A-Za-z0-9]{6,}/g) ?? [];
        for (const spelled of [secret, encodeURIComponent(secret)]) {
          const masked = maskCredentials(`${scheme}alice:${spelled}@10.0.0.33:3128`);
          for (const run of runs) expect(masked).not.toContain(run);
          expect(masked.endsWith("@10.0.0.33:3128")).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("maskProxyValue", () => {
  test.each([
    ["http://alice:s3cret@10.0.0.33:3128", "http://alice:***@10.0.0.33:3128"],
    ["http://token123@10.0.0.33:3128", "http://***@10.0.0.33:3128"],
    ["htp//usr:PW@proxy", "htp//usr:***@proxy"],
    ["http:/usr:PW@proxy", "http:/usr:***@proxy"],
    [":PW@proxy:3128", ":***@proxy:3128"],
    ["usr:a b@proxy", "usr:*** ***@proxy"],
    ["http://usr:a\nb@proxy", "http://usr:***\n***@proxy"],
    ["http://usr:a http://b@proxy:3128", "http://usr:*** ***://***@proxy:3128"],
    ["http://usr:p@ss@proxy:3128", "http://usr:***@***@proxy:3128"],
    ["http://usr:Zq7x", "http://usr:***"],
    ["usr:Zq7x", "usr:***"],
    ["http://usr:31/Zq7x", "http://usr:31/***"],
    ["http://usr:99999Zq", "http://usr:***"],
    ["http://usr:123456", "http://usr:***"],
    ['"http://usr:Zq7x', '"http://usr:***'],
    ["“http://usr:Zq7x@proxy:3128”", "“http://usr:***@proxy:3128”"],
    ["http://usr:portZq7x", "http://usr:***"],
    ["http://usr:port>Zq7x", "http://usr:***"],
    ["http://usr%3APW%40proxy:3128", "http://usr%3A***%40proxy:3128"],
    ["http%3a%2f%2fusr%3aPW%40proxy%3a3128", "http%3a%2f%2fusr%3a***%40proxy%3a3128"],
    ["http%253A%252F%252Fusr%253APW%2540proxy", "http%253A%252F%252Fusr%253A***%2540proxy"],
    ["http://usr:PW%40proxy:3128", "http://usr:***%40proxy:3128"],
    ["http://usr%3APW@proxy:3128", "http://usr%3A***@proxy:3128"],
    ["http://Zq7x%40proxy:3128", "http://***%40proxy:3128"],
    ["usr%3APW", "usr%3A***"],
    ["//usr:PW", "//usr:***"],
    ["pac+http://usr:PW@wpad/proxy.pac?t=Zq7x", "pac+http://usr:***@wpad/proxy.pac?***"],
  ])("%j", (value, masked) => expect(maskProxyValue(value)).toBe(masked));

  test.each([
    "",
    "http://10.0.0.33:3128",
    "10.0.0.33:3128/",
    "http:/10.0.0.33:3128",
    '"http://proxy.corp:3128"',
    " http://proxy.corp:3128 ",
    "http://[fd00::33]:3128",
    "http://fd00::33:3128",
    "http%3A%2F%2Fproxy.corp%3A3128",
    "//10.0.0.33:3128",
    "http://proxy.corp:",
    "“http://proxy.corp:3128”",
    "<proxy-ip:port>",
    "http://<proxy-ip>:<port>",
    "http://ip:port/",
    "socks5h://proxy.corp",
    "http://:3128",
    "http://",
    "pac+https://wpad.corp/proxy.pac",
    "pac+file:///etc/proxy.pac",
    "pac+data:,function FindProxyForURL(url) { return /b/.test(url) ? 'DIRECT' : 'PROXY p:1'; }",
  ])("%j holds nothing to hide", (value) => expect(maskProxyValue(value)).toBe(value));
});

test.each([
  "a",
  "a:=",
  "http://",
  "-D",
  "=a:b",
  "x y://",
  "@",
  " :",
  "http://a:",
  "a@",
  "a:b@",
  '-Da="',
  "-Da='\"",
  "-Da=\\",
  'a"',
])("a quarter of a megabyte of %j is masked in linear time", (piece) => {
  const begun = performance.now();
  const text = piece.repeat(250_000 / piece.length);
  maskCredentials(text);
  maskProxyValue(text);
  expect(performance.now() - begun).toBeLessThan(15_000);
});

describe("maskJvmOptions", () => {
  test.each([
    ["-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128", "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128"],
    ["-Xmx512m -server -XX:+UseG1GC", "-Xmx512m -server -XX:+UseG1GC"],
    ["-Dhttp.nonProxyHosts=a.corp, b.corp -Dx=1", "-Dhttp.nonProxyHosts=a.corp, b.corp -Dx=***"],
    ["-Dhttp.proxyPassword hunter2", "-*** ***"],
    ["-D http.proxyPassword=hunter2", "-*** ***=***"],
    ["–Dhttp.proxyPassword=hunter2", "***=***"],
    ["-Dhttp.proxyHost=h -javaagent:a.jar=hunter2", "-Dhttp.proxyHost=h -***=***"],
    ["-Dhttp.proxyHost=http://me:hunter2@h", "-Dhttp.proxyHost=http://me:***@h"],
    ["'-Dhttps.proxyPass=hunter 2' -Dhttp.proxyHost=h", "'-Dhttps.proxyPass=*** ***' -Dhttp.proxyHost=h"],
    ["hunter2", "***"],
  ])("%s becomes %s", (options, masked) => {
    expect(maskJvmOptions(options)).toBe(masked);
  });

  test.each([
    ["-Dhttp.proxyHost=http//me:hunter2@h -Dx=1", "-Dhttp.proxyHost=http//me:***@h -Dx=***"],
    ["-Dhttps.proxyHost=me:hunter2 -Dhttp.proxyPort=1", "-Dhttps.proxyHost=me:*** -Dhttp.proxyPort=1"],
    ["-Dhttp.proxyHost=h:3128:hunter2", "-Dhttp.proxyHost=h:3128:***"],
    ["-Dhttp.proxyPort=3128:hunter2", "-Dhttp.proxyPort=3128:***"],
    ["-Dhttp.nonProxyHosts=a|//me:hunter2@h", "-Dhttp.nonProxyHosts=a|//me:***@h"],
    ["-Djavax.net.ssl.trustStore=/a/b@c.jks", "-Djavax.net.ssl.trustStore=/a/b@c.jks"],
  ])("a value that is no host: %s becomes %s", (options, masked) => {
    expect(maskJvmOptions(options)).toBe(masked);
  });

  test("a megabyte of blanks and dashes is masked in linear time", () => {
    for (const text of [" ", " -", "-D ", "a ", "-Da=b "]) maskJvmOptions(text.repeat(500_000 / text.length));
  });
});

describe("maskListValue", () => {
  test.each([
    "localhost, 127.0.0.1,10.0.0.0/8 | *.corp;.corp",
    "h:80 h:* [::1]:80 [::1 ::1 fd00::/8 fe80::1%eth0 2001:db8:*",
    "http://ghe.corp/api/v3, http://h:80/, <services-ip>:<port>",
    "NO_PROXY: localhost",
  ])("%s holds nothing to hide", (list) => expect(maskListValue(list)).toBe(list));

  test("a path may hold what would be a login elsewhere", () => {
    expect(maskPaths("/etc/ssl/a@b.pem:/c:d")).toBe("/etc/ssl/a@b.pem:/c:d");
  });
});

test("a password is hidden wherever a proxy or a host may be named, its login whole, cut off, encoded or misspelled", () => {
  const forms =
    "http//u:PW@h //u:PW@h htp//u:PW@h http://u:PW //u:PW u:PW h:3128:PW u:PW%40h:1 u%3APW%40h u%3aPW";
  const form = fc.constantFrom(
    ...forms.split(" "),
    "http://u:PW\n@h",
    "http://u:PW\r\n PW@h:1",
    "http://u:1\nPW@h",
  );
  const encode = fc.constantFrom(
    (text: string) => text,
    encodeURIComponent,
    (text: string) => encodeURIComponent(encodeURIComponent(text)),
  );
  const password = fc.array(fc.constantFrom("Zq7x", "!", "$", "%", ".", "_", "~"), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(form, encode, password, (login, spell, parts) => {
      const value = spell(login.replaceAll("PW", `Zq7x${parts.join("")}`));
      const shown = [
        maskProxyValue(value),
        maskListValue(value),
        maskListValue(`localhost,${value},10.0.0.1`),
        maskJvmOptions(`-Dhttp.proxyHost=${value} -Dhttp.proxyPort=3128`),
        maskJvmOptions(`-Dhttp.nonProxyHosts=localhost|${value}|10.0.0.1`),
      ];
      expect(shown.filter((text) => text.includes("Zq7x"))).toEqual([]);
    }),
  );
});

describe("maskUserinfo", () => {
  test.each([
    ["http://ghp_0123456789abcdef:@p.corp:1", "http://***:@p.corp:1"],
    ["http://ghp_0123456789abcdef:x-oauth-basic@p.corp:1", "http://***:***@p.corp:1"],
    ["http://alice:@p.corp:1", "http://alice:@p.corp:1"],
    ["http:p.corp:3128", "http:p.corp:3128"],
  ])("%s becomes %s", (value, masked) => {
    expect(maskProxyValue(value)).toBe(masked);
  });
});

describe("scrub", () => {
  test("leaves text, line feeds and tabs, and shows what a terminal would obey", () => {
    expect(scrub("Proxy — ☃\n\tok\r\n")).toBe("Proxy — ☃\n\tok\n");
    expect(scrub("\u001b[2J\u0007\u009b1m\u202e")).toBe("\\u{1b}[2J\\u{7}\\u{9b}1m\\u{202e}");
  });

  test("no control or format character is left of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(scrub(text))).toBe(false);
      }),
    );
  });
});

test("a secret shows itself to nobody", () => {
  const secret = new Secret("hunter2");
  const shown = [
    JSON.stringify({ secret }),
    String(secret),
    inspect({ secret }),
    `${secret}`,
    Object.values(secret).join(),
  ];
  expect(shown.join()).not.toContain("hunter2");
  expect(secret.reveal()).toBe("hunter2");
});
