import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureFiles } from "../../src/capture/capture-files.ts";
import { discover } from "../../src/discover/discover.ts";
import { systemMachine } from "../../src/discover/system-machine.ts";
import { readSettings } from "../../src/formats/index.ts";
import { maskLine } from "../../src/formats/mask-line.ts";
import { readingOfFile } from "../../src/formats/reading.ts";
import { keepMarkers, numbering } from "../../src/model/mark.ts";
import { LOADERS, type Loader, type SettingsFile } from "../../src/model/setting.ts";
import { GRAMMARS } from "../formats/grammars.ts";
import { SCENARIOS, scenarioOf } from "../scenarios/scenario.ts";

/** All that is read of a file but how its lines look. */
function meaningOf(file: SettingsFile, mark = keepMarkers): unknown {
  const reading = readingOfFile(file, mark);
  const settings = reading.settings.map(({ text: _, ...setting }) => setting);
  const faults = reading.fileFaults.map(({ text: _, ...fault }) => fault);
  return JSON.parse(JSON.stringify({ settings, faults }));
}

/** The captured texts of some files, which read as the true ones do. */
function capturedTexts(files: readonly SettingsFile[]): readonly (string | undefined)[] {
  const mark = numbering();
  return captureFiles(files, mark).map(({ text, ...rest }, index) => {
    const file = files[index];
    if (text !== undefined && file !== undefined) {
      expect(meaningOf({ ...rest, text }), text).toEqual(meaningOf(file, mark));
    }
    return text;
  });
}

const capturedText = (loader: Loader, text: string) =>
  capturedTexts([{ path: "/x/http_proxy", loader, text }])[0];

test.each(SCENARIOS)("%s: every file's text is captured, and reads the same", async (name) => {
  const { flags, environment = {} } = scenarioOf(name);
  const root = join(import.meta.dirname, "../scenarios", name, "root");
  const { files } = await discover(systemMachine({ root, environment }), flags, []);
  expect(capturedTexts(files)).not.toContain(undefined);
});

/** A value as the grammars' tests make them, now and then with a login. */
const withLogins = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(value, fc.constantFrom("", "", "http://u:Zq1@", "http://u:Zq%41/Zq2@Zq3@"))
    .map(([text, login]) => `${login}${text}`);

describe.each(Object.entries(GRAMMARS))("%s", (name, { compose, name: names, value, endings, size }) => {
  const loader = LOADERS.find((each) => each === name) ?? "shell";

  test("what is well-formed reads the same, and shows no password", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, withLogins(value)), { minLength: size[0], maxLength: size[1] }),
        fc.nat(3),
        fc.constantFrom(...endings),
        (pairs, style, ending) => {
          const text = capturedText(loader, compose(pairs, style, ending));
          expect(text).toBeDefined();
          if (loader !== "sudoers") expect(text).not.toMatch(/Zq\d/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const SCRAPS = [
  ..."\"'\\$`{}()[]<>|&;#%-,: \t\r\n",
  ...["Zq1", "Zq2 ", "10.0.0.1", "A=", "export ", "http_proxy=", "no_proxy=a,", "http://u:Zq3@h:1"],
  ...[
    "[Service]\n",
    "Environment=",
    "X_OPTS=",
    "<<Zq4\n",
    "\nZq4\n",
    "2.) ",
    "| sudo tee ",
    "Defaults env_keep=",
  ],
  ...[
    '"HttpProxy":',
    '"proxies":{',
    "Acquire::",
    '[http "https://Zq5"]\n',
    "proxy = ",
    "if Zq6; then\n",
    "fi\n",
  ],
];

test.each(LOADERS)(
  "%s: of any text, what is captured reads the same and shows no more words than a line may",
  (loader) => {
    const unit = fc.constantFrom(...SCRAPS);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const settings = JSON.stringify(readSettings({ path: "/x/http_proxy", loader, text }));
        const shown = `${settings}${text.split("\n").map((line) => maskLine(line, loader))}`;
        const captured = capturedText(loader, text) ?? "";
        for (const [word] of captured.matchAll(/Zq\d/g)) expect(shown).toContain(word);
      }),
      { numRuns: 500 },
    );
  },
);

describe("what stands beside the settings is hidden:", () => {
  test.each<[Loader, string, string]>([
    ["shell", "PASSWORD=hunter2 # mine\nexport no_proxy=a,b\n", "W=w0 # w\nexport no_proxy=a,b\n"],
    [
      "pam-env",
      "\u{1F511}=\u{1F511}é\nhttp_proxy=http://u:s3cret@h:1\n",
      "ŵ=ŵ\nhttp_proxy=http://u:***1@h:1\n",
    ],
    [
      "systemd",
      '[Unit]\nAfter=x\n[Service]\nEnvironment="KEY=a\\x20b" no_proxy=c',
      '[Ww]\nWw=w\n[Service]\nEnvironment="W=w" no_proxy=c',
    ],
    [
      "docker-daemon-json",
      '{"a": [1.5e3, true, "b\\u0041\\\\n"], "proxies": {"http-proxy": "http://h:1"}}',
      '{"w": [0, true, "w\\\\w"], "proxies": {"http-proxy": "http://h:1"}}',
    ],
    ["shell", "cat <<END\nno_proxy=a\nEND\nexport no_proxy=b", "cat <<d1\nno_proxy=a\nd1\nexport no_proxy=b"],
  ])("%s: %j", (loader, text, expected) => {
    expect(capturedText(loader, text)).toBe(expected);
  });
});

describe("variables from which a setting is spelled", () => {
  test("show what the setting shows", () => {
    const text = "P_HOST=10.0.0.33\nP=http://u:s3cret@$P_HOST:3128\nexport http_proxy=$P\n";
    expect(capturedText("shell", text)).toBe(text.replace("s3cret", "***1"));
  });

  test("show nothing that they held before, and no password that is spelled by one", () => {
    const text = "P=hunter2\nW=hunter2\nexport A=$P\nP=10.0.0.33\nexport http_proxy=http://u:$W@$P:3128\n";
    expect(capturedText("shell", text)).toBe(
      "W=w0\nW=w0\nexport W=$W\nP=10.0.0.33\nexport http_proxy=http://u:***1@$P:3128\n",
    );
  });

  test("stand for options of a JVM", () => {
    const text =
      'H=10.0.0.33\nexport JVM_OPTS="-Dhttp.proxyHost=$H"\nexport JVM_OPTS="$JVM_OPTS -Dpw=hunter2"\n';
    expect(capturedText("shell", text)).toBe(text.replace("hunter2", "***1"));
  });
});

test("a value that reads otherwise when it is masked as it stands is written anew", () => {
  expect(capturedText("shell", 'export http_proxy="http://u:a\\$b@h:1"\n')).toBe(
    'export http_proxy="http://u:***1@h:1"\n',
  );
});

test("a file is withheld where a setting that its loader does not take would read otherwise", () => {
  const text = 'cat <<EOF\nhttp_proxy="http://u:a\\$b@h:1"\nEOF\n';
  const files = (["pam-env", "shell"] as const).map((loader) => ({ path: "/etc/environment", loader, text }));
  expect(captureFiles(files)).toEqual([
    { path: "/etc/environment", loader: "pam-env" },
    { path: "/etc/environment", loader: "shell" },
  ]);
});

test("two grammars that read a file are given one text", () => {
  const text = "export http_proxy='http://u:s3cret@h:1'\nNO_PROXY=a, b\nKEY=s3cret\n";
  const files = (["pam-env", "shell"] as const).map((loader) => ({ path: "/etc/environment", loader, text }));
  const [one, other] = capturedTexts(files);
  expect(one).toBe("export http_proxy='http://u:***1@h:1'\nNO_PROXY=a, b\nW=w0\n");
  expect(other).toBe(one);
});

test.each<[Loader, string]>([
  ["shell", "A=$B\n".repeat(30_000)],
  ["shell", "export http_proxy=$A A=$http_proxy\n".repeat(6_000)],
  ["shell", `cat ${"<<'A ".repeat(60_000)}`],
  ["shell", 'http_proxy="u:p@'.repeat(20_000)],
  ["systemd", `[Service]\nEnvironment=${'"http_proxy=u:p@h" '.repeat(15_000)}`],
  ["docker-daemon-json", '{"http-proxy":"'.repeat(20_000)],
  ["apt-conf", "Acquire::http::Proxy a;\n".repeat(12_000)],
  ["sudoers", "\\ ".repeat(150_000)],
])(
  "%s: much of the same (%#) is captured in linear time",
  (loader, text) => {
    const start = performance.now();
    captureFiles([{ path: "/x/http_proxy", loader, text }]);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  60_000,
);

test("a file in which nothing is to be hidden is shown as it is, and not read again", () => {
  const file: SettingsFile = {
    path: "/etc/profile.d/proxy.sh",
    loader: "shell",
    text: "export http_proxy=http://10.0.0.33:3128\n",
  };
  expect(captureFiles([file])[0]).toBe(file);
  const commented = { ...file, text: `# hunter2\n${file.text}` };
  expect(captureFiles([commented])[0]?.text).not.toContain("hunter2");
});
