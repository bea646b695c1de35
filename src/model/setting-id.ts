import { describeSource, type Setting } from "./setting.ts";

/** `NAME@path`, and `#2` for the second of a name in a file: it names a setting though lines are added above it. */
export type SettingId = string;

/** The ids of some settings, in their order. A file that two grammars read has each setting twice, under one id. */
export function settingIds(settings: readonly Setting[]): ReadonlyMap<Setting, SettingId> {
  const counts = new Map<string, number>();
  return new Map(
    settings.map((setting) => {
      const { name, source } = setting;
      const place = source.kind === "file" ? source.path : describeSource(source);
      const reading = `${name}@${place}\n${source.kind === "file" ? source.loader : ""}`;
      const count = (counts.get(reading) ?? 0) + 1;
      counts.set(reading, count);
      return [setting, `${name}@${place}${count === 1 ? "" : `#${count}`}`] as const;
    }),
  );
}
