import { type LineShape, shapeOf } from "../formats/line-shapes.ts";
import { rewriteLine } from "../formats/mask-line.ts";
import type { Mark } from "../model/mark.ts";
import type { Loader, Setting, SettingsFile } from "../model/setting.ts";
import { delimitersIn, hiding, withoutEscapes } from "./hidden-words.ts";
import { type MarkIn, onlyMarkers } from "./only-markers.ts";
import { withSpelling } from "./references.ts";

/**
 * A settings file's text as it may be shown: proxy settings with their credentials masked, the scaffold about them,
 * and in place of every other word a sign of the same kind. Punctuation, blanks and line ends stay, so that as a
 * rule its grammar reads of it what it reads of the text itself; that is for the caller to try.
 *
 * @param settings that are read of the text, by all who read it
 * @param mark what stands for a secret as the text spells it
 */
export function redactText(
  { text, loader }: Pick<SettingsFile, "text" | "loader">,
  settings: readonly Setting[],
  mark: Mark,
): string {
  const [first] = settings;
  if (loader === "one-value" && first !== undefined) return `${first.value}${/\n?$/.exec(text)?.[0]}`;
  const lines = text.split("\n");
  const only = onlyMarkers(settings, mark);
  const marks: MarkIn = (name, value) =>
    value.includes("$") || withoutEscapes(value, loader) !== value ? only(name) : mark;
  const mask: LineShape["mask"] = (name, value) =>
    shapeOf(loader, marks(name, value)).mask(name, withoutEscapes(value, loader));
  const shape = withSpelling({ ...shapeOf(loader), mask }, lines, settings, marks);
  const hide = hiding({
    loader,
    shape,
    delimiters: delimitersIn(text),
    named: COMPOSED.has(loader) ? wordsOf(settings) : new Set(),
  });
  return lines.map((line) => (/\w|[^ -~]/.test(line) ? rewriteLine(line, shape, hide) : line)).join("\n");
}

/** Grammars whose settings have names that are put together from several lines. */
const COMPOSED: ReadonlySet<Loader> = new Set(["apt-conf", "git-config", "docker-config-json", "sudoers"]);

function wordsOf(settings: readonly Setting[]): ReadonlySet<string> {
  return new Set(settings.flatMap(({ name }) => name.match(/\w+/g) ?? []));
}
