/** What is wrong with a value: where it stands, what it was to be, and what is there; `undefined` where nothing is. */
export type Fault = {
  readonly at: readonly (string | number)[];
  readonly expected: readonly string[];
  readonly found: unknown;
};

/** The most alternatives that are named. */
const MOST_NAMED = 6;

/** The most characters that are shown of a text. */
const MOST_SHOWN = 60;

/** A fault in one line: `findings[3].severity: "loud" is not "error", "warning" or "info"`. */
export function describeFault({ at, expected, found }: Fault): string {
  const place = placeOf(at);
  if (found === undefined) return `${place} is missing`;
  return `${place}: ${shown(found)} is not ${alternatives(expected)}`;
}

/** A place as jq writes it, without the dot before it: `installation.found["a b"]`, `settings[3].name`. */
function placeOf(at: Fault["at"]): string {
  const steps = at.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(cut(step))}]`;
  });
  return steps.join("").replace(/^\./, "") || "the whole";
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(cut(value));
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function alternatives(expected: readonly string[]): string {
  const words = [...new Set(expected)];
  if (words.length > MOST_NAMED) {
    return `one of the ${words.length} that are known: ${words.slice(0, MOST_NAMED).join(", ")}, …`;
  }
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" or ");
}
