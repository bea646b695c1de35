import { scrub } from "../../model/redact.ts";

/** An element as text; made by `element` alone, so that nothing enters a document unescaped. */
export type Xml = { readonly xml: string };

type Attributes = Readonly<Record<string, string | number>>;

/** An element with its attributes, and with text or elements in it. Each stands on lines of its own, but for text. */
export function element(name: string, attributes: Attributes, inside: string | readonly Xml[] = ""): Xml {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`),
  ].join(" ");
  if (inside.length === 0) return { xml: `<${head}/>` };
  const text = typeof inside === "string" ? characters(inside) : children(inside);
  return { xml: `<${head}>${text}</${name}>` };
}

/** A whole document, ending with a line break. */
export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function children(elements: readonly Xml[]): string {
  return `\n${elements.map(({ xml }) => xml).join("\n")}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

function characters(text: string): string {
  return visible(text).replace(/[&<>]/g, (character) => ESCAPES[character] ?? "");
}

function attribute(text: string): string {
  return visible(text).replace(/[&<>"\n\t]/g, (character) => ESCAPES[character] ?? "");
}

/** Characters that XML 1.0 has no place for (2.2, Char), and those that a terminal obeys, made visible. */
function visible(text: string): string {
  return scrub(text).replace(/[\p{Cs}\ufffe\uffff]/gu, (unit) => `\\u{${unit.codePointAt(0)?.toString(16)}}`);
}
