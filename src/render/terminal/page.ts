import { oneLine } from "../told/one-line.ts";
import type { Column } from "../told/table.ts";
import { type Face, type Paint, painter } from "./style.ts";
import { fitsWhole, tableLines } from "./table.ts";
import { indented, wrapped } from "./text.ts";

/** A page of the documentation for a terminal: headings, paragraphs, lists and tables of Markdown. */
export function renderPage(markdown: string, face: Face): string {
  const paint = painter(face);
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => blockLines(block, face.width, paint).join("\n")).join("\n\n")}\n`;
}

function blockLines(block: string, width: number, paint: Paint): readonly string[] {
  const [, heading] = /^#+ (.*)$/.exec(block) ?? [];
  if (heading !== undefined) return wrapped(bare(heading), width).map((line) => paint("strong", line));
  if (block.startsWith("```")) return indented(block.split("\n").slice(1, -1).map(oneLine), CODE_INDENT);
  if (block.startsWith("|")) return rowLines(block, width, paint);
  if (block.startsWith("* ")) {
    return block.split("\n").flatMap((line) => item(line.replace(/^\* /, ""), BULLET, width));
  }
  return wrapped(bare(block), width);
}

const BULLET = "  - ";
const CODE_INDENT = 2;

function item(text: string, mark: string, width: number): readonly string[] {
  const [first = "", ...others] = wrapped(bare(text), width - mark.length);
  return [`${mark}${first}`, ...indented(others, mark.length)];
}

/** A table, or where a word of it would have to be broken, its rows one below the other. */
function rowLines(block: string, width: number, paint: Paint): readonly string[] {
  const [headings = [], , ...rows] = block.split("\n").map(cellsOf);
  const columns = headings.map(
    (heading, at): Column => ({
      heading,
      cells: rows.map((cells) => [{ tone: "plain", text: cells[at] ?? "" }]),
    }),
  );
  if (fitsWhole(columns, width)) return tableLines(columns, width, paint);
  return rows.flatMap(([first = "", ...others]) => [
    ...item(first, BULLET, width),
    ...others.flatMap((cell, at) =>
      cell === "" ? [] : item(`${headings[at + 1]}: ${cell}`, " ".repeat(BULLET.length), width),
    ),
  ]);
}

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => bare(cell.trim()));
}

/** Without the marks of links, emphasis and code; code of several words stands in quotes, unless it has some. */
export function bare(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/`([^`]*)`/g, (_, code: string) => (/^[^"]* [^"]*$/.test(code) ? `"${code}"` : code))
    .replaceAll("**", "");
}
