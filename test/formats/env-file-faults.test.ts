import { expect, test } from "vitest";
import { dockerOptions } from "../../src/formats/docker-options.ts";
import { envFile } from "../../src/formats/env-file.ts";

const told = (text: string, { faults } = envFile) =>
  (faults?.(text) ?? []).map(({ line, kind, reason }) => `${line} ${reason ?? kind}`);

test.each<[string, string, string[]]>([
  ["export", "A=1\nexport HTTP_PROXY=http://a:1\n", ["2 with-export"]],
  ["a colon", "http_proxy: http://a:1\n", ["1 no-assignment"]],
  ["a label, which has its own finding", "2.) HTTP_PROXY=http://a:1\n", ["1 pasted-label"]],
  ["a line behind a value of several", 'A="1\n2"\nexport NO_PROXY=a\n', ["3 with-export"]],
  ["blanks about the equals sign, which systemd takes off", "HTTP_PROXY = http://a:1\n", []],
  ["other variables and comments", "export A=1\n# export HTTP_PROXY=x\nfoo: bar\n\uFEFFA=1\n", []],
])("%s", (_, text, faults) => expect(told(text)).toEqual(faults));

test("options that name a proxy, and others", () => {
  const text = 'export REPLICATED_OPTS="-e HTTP_PROXY=http://a:1"\nexport OTHER_OPTS="-e A=1"\n';
  expect(told(text, dockerOptions)).toEqual(["1 with-export"]);
});
