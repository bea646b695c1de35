import { bare } from "./page.ts";
import { type Face, painter } from "./style.ts";
import { indented, wrapped } from "./text.ts";

/** Codes that belong together, each with a sentence of Markdown on what it means. */
export type CodeGroup = {
  readonly title: string;
  readonly codes: readonly { readonly code: string; readonly means: string }[];
};

const INDENT = 2;
const GAP = 2;
/** Beside its code, a sentence has at least so many columns, or it stands below. */
const NARROWEST = 44;

/** All codes, each with its sentence beside it, or below where there is no room. Ends with a line break. */
export function renderCodes(groups: readonly CodeGroup[], face: Face): string {
  const paint = painter(face);
  const longest = Math.max(...groups.flatMap(({ codes }) => codes.map(({ code }) => code.length)));
  const left = INDENT + longest + GAP;
  const isBeside = face.width - left >= NARROWEST;
  const lines = ({ code, means }: CodeGroup["codes"][number]) => {
    if (!isBeside) {
      const below = wrapped(bare(means), face.width - 2 * INDENT);
      return [`${" ".repeat(INDENT)}${paint("strong", code)}`, ...indented(below, 2 * INDENT)];
    }
    const [first = "", ...others] = wrapped(bare(means), face.width - left);
    const name = `${paint("strong", code)}${" ".repeat(longest - code.length + GAP)}`;
    return [`${" ".repeat(INDENT)}${name}${first}`, ...indented(others, left)];
  };
  return groups
    .map(({ title, codes }) => `${[...wrapped(title, face.width), ...codes.flatMap(lines)].join("\n")}\n`)
    .join("\n");
}
