import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../../src/model/report.ts";
import { jsonText } from "../../../src/render/json-text.ts";

/** Of so many machines one has what is wrong in the other report. */
const ONE_IN = 40;

/**
 * Writes the reports of many Nomad clients, made from two of one real machine: each has a name, addresses, times and a
 * setting of its own. Gives how many bytes there are.
 */
export function writeReports(folder: string, count: number, usual: Report, odd: Report): number {
  mkdirSync(folder);
  let bytes = 0;
  for (let at = 0; at < count; at++) {
    const text = jsonText(varied(at % ONE_IN === 7 ? odd : usual, at));
    writeFileSync(join(folder, `nomad-${String(at).padStart(5, "0")}.json`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function varied(report: Report, at: number): Report {
  const hostname = `nomad-${String(at).padStart(5, "0")}`;
  const address = `10.${1 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`;
  const own = JSON.parse(JSON.stringify(report).replaceAll("10.0.1.238", address)) as Report;
  return {
    ...own,
    startedAt: new Date(Date.parse(report.startedAt) + at * 1000).toISOString(),
    durationMs: report.durationMs + (at % 97),
    installation: {
      ...own.installation,
      hostname,
      programs: { curl: at % 3 === 0 ? "7.68.0" : "8.5.0", docker: "1.22.1" },
    },
  };
}
