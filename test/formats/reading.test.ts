import { expect, test } from "vitest";
import { readingOfFile } from "../../src/formats/reading.ts";
import { keepMarkers, numbering } from "../../src/model/mark.ts";
import type { SettingsFile } from "../../src/model/setting.ts";

const file = (value: string): SettingsFile => ({
  path: "/etc/profile.d/proxy.sh",
  loader: "shell",
  text: `export http_proxy=${value}\n`,
});

test("a file is read once with a mark, and one without a secret once for all marks", () => {
  const mark = numbering();
  const [open, secret] = [file("http://10.0.0.33:3128"), file("http://u:hunter2@10.0.0.33:3128")];
  expect(readingOfFile(open, mark)).toBe(readingOfFile(open));
  expect(readingOfFile(secret, mark)).toBe(readingOfFile(secret, mark));
  const valueOf = (given: typeof mark) => readingOfFile(secret, given).settings.map(({ value }) => value);
  expect(valueOf(mark)).toEqual(["http://u:***1@10.0.0.33:3128"]);
  expect(valueOf(keepMarkers)).toEqual(["http://u:***@10.0.0.33:3128"]);
});

test.each([
  ["pam-env", "/etc/environment", "http_proxy=http://u:hu@nter/2#x@10.0.0.33:3128\n"],
  ["git-config", "/etc/gitconfig", "[http]\n\tproxy = http://u:hu@nter/2;x@10.0.0.33:3128\n"],
] as const)("%s shows nothing of a password that a comment cuts off before its @", (loader, path, text) => {
  const cut = readingOfFile({ path, loader, text }, numbering()).settings.map(({ value }) => value);
  expect(cut).toEqual(["http://u:***1@***1/***1"]);
});

test("a comment that holds an address of mail cuts off no login", () => {
  const text = "http_proxy=http://10.0.0.33:3128 #ops@example.com\n";
  const { settings } = readingOfFile({ path: "/etc/environment", loader: "pam-env", text });
  expect(settings.map(({ value }) => value.trim())).toEqual(["http://10.0.0.33:3128"]);
});

test("a secret that stands in no value, and only in a line, is one too", () => {
  const text =
    "# http_proxy=http://u:hunter2@10.0.0.33:3128\nexport no_proxy=a http_proxy=http://u:hunter2@b:1\n";
  const commented: SettingsFile = { ...file(""), text };
  expect(readingOfFile(commented, numbering())).not.toBe(readingOfFile(commented));
});

test("what is masked already in a text stays as it is, and is no secret to who numbers them", () => {
  const masked: SettingsFile = { ...file(""), text: 'export no_proxy="***1***2@h"\n' };
  const valueOf = (mark: typeof keepMarkers) =>
    readingOfFile(masked, mark).settings.map(({ value }) => value);
  expect(valueOf(keepMarkers)).toEqual(["***1***2@h"]);
  expect(readingOfFile(masked, numbering())).not.toBe(readingOfFile(masked));
});
