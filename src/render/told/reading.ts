import { wordsForDrop } from "../../messages/drop-reasons.ts";
import { counted } from "../../messages/phrases.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import type { FileFault, Loader, Setting } from "../../model/setting.ts";
import { namesTrustStore } from "../../model/trust-settings.ts";

/** Where the settings stand that were judged: the overview where nothing was measured. */
export function wordsForReading(report: Report): readonly string[] {
  return [...takenFor(report), `Read: ${placesOf(report)}. Nothing was sent.`];
}

/** What the machine was found to be, where no flag says it, and by what. */
function takenFor({ installation }: Report): readonly string[] {
  const { role, region, services, found } = installation;
  const facts = Object.entries({ role, region, services }).flatMap(([name, value]) => {
    const by = found[name];
    if (value === undefined || by === undefined || by === "flag") return [];
    return [`${name} ${value} (${by === "default" ? "assumed" : `by ${by}`})`];
  });
  return facts.length === 0 ? [] : [`Taken for: ${facts.join(", ")}.`];
}

/** Settings files that are there and could not be read, or are no text of their grammar. */
export function wordsForUnread(report: Report): readonly string[] {
  return [
    ...report.unreadable.map(
      ({ path, reason }) => `not read: ${path} (${reason}); what it sets is not judged`,
    ),
    ...misunderstood(report).map((fault) => `not understood: ${fault.path}:${fault.line} ${whyOf(fault)}`),
  ];
}

function whyOf(fault: FileFault): string {
  return fault.reason === undefined
    ? "(an error in the syntax); its program may stop there"
    : `(${wordsForDrop(fault, fault.reason)})`;
}

/** Findings speak of what a shell and replicated.conf do not take; of other grammars' errors there is no code. */
const SPOKEN_OF: readonly Loader[] = ["shell", "pam-env", "replicated-conf"];

/** Errors in the syntax of files, and what their programs drop, of which no finding speaks. */
export function misunderstood({ fileFaults }: Report): readonly FileFault[] {
  const untold = fileFaults.filter(
    ({ kind, loader, reason }) =>
      kind === "syntax-error" && (reason !== undefined || !SPOKEN_OF.includes(loader)),
  );
  // A file may be read by two grammars, and for several units.
  return [...groupBy(untold, ({ path, line }) => `${path}:${line}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}

/** Settings that decide about proxying; others say whom to trust. */
export function proxySettings({ settings }: Report): readonly Setting[] {
  return settings.filter(({ name }) => !namesTrustStore(name));
}

function placesOf(report: Report): string {
  const sources = proxySettings(report).map(({ source }) => source);
  const files = new Set(sources.flatMap((source) => (source.kind === "file" ? [source.path] : [])));
  const processes = new Set(sources.flatMap((source) => (source.kind === "process" ? [source.pid] : [])));
  const variables = sources.filter(({ kind }) => kind === "environment").length;
  return [
    `proxy settings in ${counted(files.size, "file")}`,
    counted(variables, "variable of this shell", "variables of this shell"),
    counted(processes.size, "running process", "running processes"),
  ].join(", ");
}
