import { writeSync } from "node:fs";
import { peakMemoryKb } from "../../rig/peak-memory.ts";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(1, `held ${peakMemoryKb()} worked ${userCPUTime + systemCPUTime}\n`);
});
