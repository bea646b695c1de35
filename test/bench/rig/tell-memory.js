import { writeSync } from "node:fs";

process.on("exit", () => writeSync(1, `maxRSS ${process.resourceUsage().maxRSS}\n`));
