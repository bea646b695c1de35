// `npm run soak -- --checks N --seed N`: one process checks so often, while faults come and go in an order of chance.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { checks: { type: "string" }, seed: { type: "string" } } });
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d{0,5}$/.test(value)) {
    process.stderr.write(`--${name}: "${value}" is not a number from 1 to 999999\n`);
    process.exit(2);
  }
}
const { checks = "500", seed = "1" } = values;
process.stderr.write(`npm run soak -- --checks ${checks} --seed ${seed}\n`);
const { status } = spawnSync(
  "sh",
  ["src/observe/enclosure.sh", "vitest", "run", "--config", "vitest.soak.config.ts"],
  { stdio: "inherit", env: { ...process.env, SOAK_CHECKS: checks, SEED: seed } },
);
process.exitCode = status ?? 1;
