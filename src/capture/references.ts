import type { LineShape } from "../formats/line-shapes.ts";
import { shownValues } from "../formats/mask-line.ts";
import { maskValue } from "../formats/mask-value.ts";
import { holdsJvmOptions, namesProxy } from "../formats/relevant.ts";
import type { Mark } from "../model/mark.ts";
import { maskJvmOptions } from "../model/redact.ts";
import type { Setting } from "../model/setting.ts";
import type { MarkIn } from "./only-markers.ts";

/** How the value of a variable is masked from which a setting's is spelled. */
type Part = "proxy" | "list" | "options";

const MASKS: Readonly<Record<Part, (value: string, mark: Mark) => string>> = {
  proxy: (value, mark) => maskValue("http_proxy", value, mark),
  list: (value, mark) => maskValue("no_proxy", value, mark),
  options: withReferences,
};

const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** A variable that stands for options of its own. */
const OPTION_REFERENCE = /((?:^|(?<=[\s"']))\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})(?=$|[\s"']))/;

/** Options for a JVM without what is secret among them; a variable that stands for some stays. */
function withReferences(value: string, mark: Mark): string {
  return value
    .split(OPTION_REFERENCE)
    .map((piece, index) => (index % 2 === 1 ? piece : maskJvmOptions(piece, mark)))
    .join("");
}

/** The most rounds by which values are spelled from one another, and the most variables and values that are looked at. */
const MOST_ROUNDS = 5;
const MOST_VARIABLES = 200;
const MOST_VALUES = 1000;
const LONGEST_SHOWN = 65_536;

/**
 * A shape that shows also the variables from which settings are spelled (`http_proxy=http://$PROXY_HOST:3128`), as
 * far as what they hold stands in a setting that is shown.
 */
export function withSpelling(
  shape: LineShape,
  lines: readonly string[],
  settings: readonly Setting[],
  marks: MarkIn,
): LineShape {
  const parts = new Map<string, Part>();
  const isShown = shownIn(settings);
  const mask: LineShape["mask"] = (name, value) => {
    const masked = shape.mask(name, value);
    if (masked !== undefined)
      return holdsJvmOptions(name) ? withReferences(value, marks(name, value)) : masked;
    const part = parts.get(name);
    const spelled = part === undefined ? undefined : MASKS[part](value, marks(name, value));
    return spelled !== undefined && isShown(spelled) ? spelled : undefined;
  };
  for (let round = 0, known = -1; round < MOST_ROUNDS && known < parts.size; round++) {
    known = parts.size;
    for (const line of lines) collect(line, { ...shape, mask }, parts);
  }
  return parts.size === 0 ? shape : { ...shape, mask };
}

/** Whether all that a variable holds, what it takes from others apart, stands in the value of a setting. */
function shownIn(settings: readonly Setting[]): (masked: string) => boolean {
  const shown = settings.map(({ value }) => value);
  const text = shown.join("\n").slice(0, LONGEST_SHOWN);
  let left = MOST_VALUES;
  return (masked) => {
    const pieces = masked
      .replace(/["'\\]/g, "")
      .replace(REFERENCE, "\0")
      .split("\0");
    return pieces.every((piece) => piece === "" || (left-- > 0 && text.includes(piece)));
  };
}

/** Notes the variables from which the values of a line are spelled, where these are shown. */
function collect(line: string, shape: LineShape, parts: Map<string, Part>): void {
  if (!line.includes("$")) return;
  for (const { name, value } of shownValues(line, shape)) {
    const masked = shape.mask(name, value) ?? "";
    const whole = new Set(masked.split(OPTION_REFERENCE).filter((_, index) => index % 2 === 1));
    for (const [spelled, bare, braced] of masked.matchAll(REFERENCE)) {
      const variable = bare ?? braced ?? "";
      if (parts.has(variable) || parts.size >= MOST_VARIABLES) continue;
      const isOption = holdsJvmOptions(name) || parts.get(name) === "options";
      const isProxy = namesProxy(name) || parts.get(name) === "proxy";
      parts.set(variable, isProxy ? "proxy" : isOption && whole.has(spelled) ? "options" : "list");
    }
  }
}
