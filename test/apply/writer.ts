import { readFileSync } from "node:fs";
import { apply } from "../../src/apply/apply.ts";

/** Gives a file one text, then the other, again and again, until it is killed or has done it `times`. */
const [path = "", first = "", second = "", times = "1000000"] = process.argv.slice(2);

process.stdout.write("ready\n");
for (let round = 0; round < Number(times); round++) {
  const before = readFileSync(path, "utf8");
  const after = before[0] === first ? second.repeat(before.length) : first.repeat(before.length);
  const outcomes = await apply("/", [{ path, before, after }], `${process.pid}-${round}`);
  process.stdout.write(`${JSON.stringify(outcomes)}\n`);
}
