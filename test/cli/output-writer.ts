import { openOutput } from "../../src/cli/output.ts";

/** Writes one text to a file, then the other, again and again, until it is killed. */
const [path, size = "0"] = process.argv.slice(2);

process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  const write = await openOutput(path);
  await write((round % 2 === 0 ? "b" : "a").repeat(Number(size)));
}
