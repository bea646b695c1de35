import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = ["src", "probes"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);

test.each(sources)("%s says of everything it exports what it is", (source) => {
  const lines = readFileSync(join(root, source), "utf8").split("\n");
  const bare = lines.filter(
    (line, index) =>
      /^export (async )?(function|const|type|class) \w/.test(line) && !/\*\/$/.test(lines[index - 1] ?? ""),
  );
  expect(bare).toEqual([]);
});
