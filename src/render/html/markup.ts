import { scrub } from "../../model/redact.ts";

const TEXT = Symbol("markup");

/** A piece of HTML. It is made in this file alone, and nothing of a value stands in it unescaped. */
export type Markup = { readonly [TEXT]: string };

/** What a template takes: markup as it is, text and numbers escaped, lists one item after the other. */
export type Value = Markup | string | number | readonly Value[];

/** Nothing at all. */
export const NOTHING: Markup = { [TEXT]: "" };

/**
 * HTML with values in it. Whatever is not markup already is escaped, and what is invisible in it becomes visible.
 * A value stands in text or between double quotes: one for which a template has no quotes is a fault of the template.
 */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const text = template.reduce((before, after, at) => {
    if (before.endsWith("=")) throw new Error(`no quotes around the value before ${after}`);
    return before + textOf(values[at - 1] ?? "") + after;
  });
  return { [TEXT]: text };
}

/** Pieces with some other one between each two. */
export function joined(pieces: readonly Value[], between: Value): Markup {
  return html`${pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]))}`;
}

/** A style sheet, which nothing can leave: it is one of our own, and holds no data. */
export function styleElement(sheet: string): Markup {
  if (sheet.includes("</")) throw new Error("a style sheet ends its own element");
  return { [TEXT]: `<style>${sheet}</style>` };
}

/** The text of a page, to be written to a file. */
export function written(page: Markup): string {
  return page[TEXT];
}

function textOf(value: Value): string {
  if (typeof value === "number") return `${value}`;
  if (typeof value === "string") return escaped(value);
  return TEXT in value ? value[TEXT] : value.map(textOf).join("");
}

/** No honest value is as long; a longer one would make a page that nobody can open. */
const LONGEST = 16_384;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Most texts are as plain, and a page has tens of thousands of them. */
const PLAIN = /^[\w ./:,;()@+=%-]{0,256}$/;

function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  const left = text.length - LONGEST;
  const shown = left > 0 ? `${text.slice(0, LONGEST)}… (and ${left} characters more)` : text;
  return visible(shown).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Halves of characters and code points that are none have no place in a page (HTML, 13.2.3.5). */
function visible(text: string): string {
  return scrub(text).replace(
    /[\p{Cs}\p{Noncharacter_Code_Point}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
