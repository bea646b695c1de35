import { type Face, painter } from "./style.ts";
import { indented, oneLine, wrapped } from "./text.ts";

/** A page of the documentation for a terminal: headings, paragraphs, lists and tables of Markdown. */
export function renderPage(markdown: string, face: Face): string {
  const paint = painter(face);
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => lines(block).join("\n")).join("\n\n")}\n`;

  function lines(block: string): readonly string[] {
    const [, heading] = /^#+ (.*)$/.exec(block) ?? [];
    if (heading !== undefined) return wrapped(bare(heading), face.width).map((line) => paint("strong", line));
    if (block.startsWith("```")) return indented(block.split("\n").slice(1, -1).map(oneLine), CODE_INDENT);
    if (/^[*|]/.test(block)) return block.split("\n").flatMap((row) => item(row));
    return wrapped(bare(block), face.width);
  }

  function item(row: string): readonly string[] {
    if (/^\|[-| ]+$/.test(row)) return [];
    const text = row.startsWith("|") ? cells(row) : row.replace(/^\* /, "");
    const [first = "", ...others] = wrapped(bare(text), face.width - BULLET.length);
    return [`${BULLET}${first}`, ...indented(others, BULLET.length)];
  }
}

const BULLET = "  - ";
const CODE_INDENT = 2;

function cells(row: string): string {
  return row
    .split("|")
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join("; ");
}

/** Without the marks of links, emphasis and code. */
function bare(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`]|\*\*/g, "");
}
