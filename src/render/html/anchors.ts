import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import { settingIds } from "../../model/setting-id.ts";
import { certificatesIn } from "./presented.ts";

/** What each thing that can be linked to is called in the page: names of our own, in which no data stands. */
export type Anchors = Readonly<
  Record<
    "findings" | "targets" | "attempts" | "settings" | "files" | "processes" | "certificates",
    ReadonlyMap<string, string>
  >
>;

/** The anchors of all that a report tells of. */
export function anchorsOf(report: Report): Anchors {
  const settings = settingIds(report.settings);
  const names = numbered("s", [...settings.values()]);
  return {
    findings: byCode(report),
    targets: numbered(
      "t",
      report.targets.map(({ id }) => id),
    ),
    attempts: numbered(
      "a",
      report.observations.map(({ id }) => id),
    ),
    settings: names,
    files: new Map([
      ...[...settings].flatMap(([{ source }, id]) =>
        source.kind === "file" ? [[source.path, names.get(id) ?? ""] as const] : [],
      ),
      ...numbered("f", faultyFiles(report)),
    ]),
    processes: numbered(
      "p",
      report.processes.map(({ pid }) => `${pid}`),
    ),
    certificates: numbered("c", fingerprintsIn(report)),
  };
}

/** A finding's code, and a number behind it from the second of a code on: what a link in a ticket still finds. */
function byCode({ findings }: Report): ReadonlyMap<string, string> {
  const same = groupBy(findings, ({ code }) => code);
  return new Map(
    [...same].flatMap(([code, those]) =>
      those.map(({ id }, at) => [id, at === 0 ? code : `${code}-${at + 1}`] as const),
    ),
  );
}

/** Files of which there is more to say than what settings stand in them. */
export function faultyFiles({ fileFaults, unreadable }: Report): readonly string[] {
  return [...new Set([...fileFaults, ...unreadable].map(({ path }) => path))];
}

function numbered(letter: string, keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(keys)].map((key, at) => [key, `${letter}${at + 1}`]));
}

function fingerprintsIn({ observations }: Report): readonly string[] {
  return observations.flatMap((each) => certificatesIn(each).map(({ sha256 }) => sha256));
}
