import { MASK, markersIn } from "../model/mark.ts";
import type { Report } from "../model/report.ts";
import { Secret } from "../model/secret.ts";
import type { Setting } from "../model/setting.ts";

/** A report out of JSON as judging takes it: a secret is one again, though it says nothing, and every file is named. */
export function asJudged(report: Report): Report {
  const { settings, files } = report;
  return {
    ...report,
    settings: settings.map(withSecret),
    files: files.length > 0 ? files : filesWithoutText(report),
  };
}

function withSecret(setting: Setting): Setting {
  if (setting.credentials === undefined) return setting;
  const [marker = MASK] = markersIn(String(setting.credentials));
  return { ...setting, credentials: new Secret(marker, marker) };
}

/** The files of a report from before their texts were in it: judged by what was read of them, and changed by no fix. */
function filesWithoutText({ settings, fileFaults }: Report): Report["files"] {
  const read = settings.flatMap(({ source }): Report["files"] => {
    if (source.kind !== "file") return [];
    const { kind: _, line: __, ...file } = source;
    return [file];
  });
  const faulty = fileFaults.map(({ path, loader }) => ({ path, loader }));
  const key = ({ path, loader, unit }: Report["files"][number]) => JSON.stringify([path, loader, unit]);
  return [...new Map([...faulty, ...read].map((file) => [key(file), file])).values()];
}
