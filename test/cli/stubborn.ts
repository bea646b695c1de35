import { interruptible } from "../../src/cli/stoppable.ts";

/** Works on for a minute whatever it is told, and says when it is told. */
await interruptible(async (signal) => {
  signal.addEventListener("abort", () => process.stdout.write(`told: ${signal.reason}\n`));
  process.stdout.write("works\n");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
