import { writeSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(1, `held ${maxRSS} worked ${userCPUTime + systemCPUTime}\n`);
});
