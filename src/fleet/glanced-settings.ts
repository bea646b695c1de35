import { MASK } from "../model/mark.ts";
import { describeSource } from "../model/setting.ts";
import { kept, keptMasked } from "./kept.ts";
import type { ReportParts } from "./report-parts.ts";

/** A setting as a fleet compares it. */
export type GlancedSetting = {
  /** Names it on every machine: its name and its place, without a line or a process id. */
  readonly key: string;
  readonly name: string;
  /** Without secrets. */
  readonly value: string;
  /** `path:line`, `environment`, or the program of a running process. */
  readonly place: string;
  /** The value with common words for what is each machine's own. */
  readonly compared: string;
};

/** No value that a person reads is longer. */
const LONGEST = 2000;

const LONGEST_KEY = 300;

/** Names a setting by its name and its place. */
export function settingKey(name: string, place: string): string {
  return `${kept(name, LONGEST_KEY)}@${kept(place, LONGEST_KEY)}`;
}

/** The settings of a report. Of several of one name in one place, each has a key of its own. */
export function settingsIn({ installation, settings }: ReportParts): readonly GlancedSetting[] {
  const common = commonWords(installation);
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  return settings.flatMap(({ name, value, source }) => {
    const place = source.kind === "process" ? `${source.program}, running` : describeSource(source);
    const base = settingKey(name, source.kind === "file" ? source.path : place);
    const shown = keptMasked(value, LONGEST);
    // Two grammars may read one line alike.
    const reading = JSON.stringify([base, place, shown]);
    if (seen.has(reading)) return [];
    seen.add(reading);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return [
      {
        key: count === 1 ? base : `${base}#${count}`,
        name: kept(name, LONGEST),
        value: shown,
        place: kept(place, LONGEST),
        compared: common(shown),
      },
    ];
  });
}

/** Puts common words in the place of a machine's own name and addresses and of its Services machine, and one mask for all. */
function commonWords({
  hostname,
  addresses,
  services,
}: ReportParts["installation"]): (value: string) => string {
  const own = [hostname, hostname?.split(".")[0], ...addresses].flatMap((each) => each ?? []);
  const swap = swapping([
    ...own.map((each) => [each, "<own>"] as const),
    ...(services === undefined || own.includes(services) ? [] : [[services, "<services>"] as const]),
  ]);
  return (value) => swap(value.replace(/\*{3}\d*/g, MASK));
}

function swapping(words: readonly (readonly [string, string])[]): (value: string) => string {
  const known = new Map(words.filter(([word]) => word !== "" && !/^(?:127\.|::1$)/.test(word)));
  if (known.size === 0) return (value) => value;
  const escaped = [...known.keys()]
    .sort((one, other) => other.length - one.length)
    .map((each) => each.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\w.-])(?:${escaped.join("|")})(?![\\w-])`, "g");
  return (value) => value.replace(pattern, (word) => known.get(word) ?? word);
}
