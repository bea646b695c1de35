import { expect, test } from "vitest";
import { git } from "../../src/discover/git.ts";
import { filesAt, readSource } from "./read-source.ts";

test("the machine's file, then two of each user, of which the later wins", async () => {
  const files = filesAt(
    "/home/a/.gitconfig",
    "/home/a/.config/git/config",
    "/root/.gitconfig",
    "/etc/gitconfig",
  );
  expect(await readSource(git, files)).toEqual([
    "/etc/gitconfig git-config",
    "/root/.gitconfig git-config",
    "/home/a/.config/git/config git-config",
    "/home/a/.gitconfig git-config",
  ]);
});
